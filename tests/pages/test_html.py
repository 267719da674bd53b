"""Every page of the built site is valid HTML."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
NODE = Path(sys.executable).with_name("node")
VALIDATOR = ROOT / "node_modules/html-validate/bin/html-validate.mjs"
# Of the listings of source files, all of one template, `make test` takes the one with the longest
# path; `make check` takes them all.
LISTINGS = sorted((SITE / "reference/source").rglob("*.html"), key=lambda page: len(str(page)))
SKIPPED = () if os.environ.get("THOROUGH") else LISTINGS[:-1]
PAGES = sorted({*SITE.rglob("*.html")} - {*SKIPPED})
# Rules that the pages break on purpose, and why. A rule that no page breaks must leave this list.
EXCEPTIONS = {
    "attribute-boolean-style": "a matter of style: pymdownx's tabs write checked=checked",
    "doctype-style": "a matter of style: the theme writes <!doctype html>",
    "input-attributes": "the theme stops Firefox from restoring its menu boxes by autocomplete=off",
    "long-title": "the listing of a source file is titled by its path",
    "no-inline-style": "KaTeX places every glyph of an equation by a style of its own",
    "no-redundant-role": "a phone shows rows as cards, which to some screen readers ends the table",
    "no-trailing-whitespace": "a matter of style: the theme's templates leave empty lines",
    "presentation-role-style": "a matter of style: the theme writes role=presentation",
    "unique-landmark": "the theme writes the table of contents twice and shows one of them",
    "valid-autocomplete": "the theme stops Firefox from restoring its menu boxes",
    "valid-id": "a matter of style: HTML lets an id begin with any character but a space",
    "void-style": "a matter of style: pymdownx's tabs write <input/>",
    "wcag/h32": "the theme's search runs while one types and has nothing to submit",
}


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """What the validator says of all pages, with every recommended rule on."""
    if not (SITE / "index.html").is_file():
        pytest.fail("site/ is not built: run `make site` first")
    folder = tmp_path_factory.mktemp("validator")
    config, report = folder / "config.json", folder / "report.json"
    config.write_text('{"root": true, "extends": ["html-validate:recommended"]}', encoding="utf-8")
    # Exit code 1 means that there are messages; the report then holds them.
    command = [NODE, VALIDATOR, "--config", config, "--formatter", f"json={report}", *PAGES]
    subprocess.run([str(part) for part in command], check=False, cwd=ROOT)
    files = json.loads(report.read_text(encoding="utf-8"))
    assert len(files) == len(PAGES)
    return [{**message, "file": file["filePath"]} for file in files for message in file["messages"]]


def test_pages_are_valid(messages: list[dict[str, str]]) -> None:
    faults = [
        f"{message['file']}:{message['line']}:{message['column']}: "
        f"{message['ruleId']}: {message['message']}"
        for message in messages
        if message["ruleId"] not in EXCEPTIONS
    ]
    assert not faults, "\n".join(["", *faults[:50]])


def test_every_exception_is_needed(messages: list[dict[str, str]]) -> None:
    assert set(EXCEPTIONS) <= {message["ruleId"] for message in messages}
