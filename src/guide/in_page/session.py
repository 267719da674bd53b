"""Runs blocks through the page's runner, page by page, and keeps what they print.

`python -m guide.in_page.session ASKED RESULT` needs nothing but the runner and what the blocks
import, so that it runs in WebAssembly, too.
"""

import argparse
import importlib
import json
import sys
from pathlib import Path
from typing import Any, TypedDict

RUNNER = Path(__file__).resolve().parents[3] / "docs" / "javascripts" / "python"
"""The folder of the runner in a checkout."""


class Ran(TypedDict):
    """What came of one block.

    Attributes:
        kind: How it ended.
        out: What it printed, and the value of its last expression.
        err: What it told otherwise: warnings, a traceback.
        pictures: The texts that describe its pictures.
    """

    kind: str
    out: str
    err: str
    pictures: list[str]


def ran(page: list[tuple[str, str]], space: str, *, alone: bool = False) -> list[Ran]:
    """Run the blocks of a page in order.

    Args:
        page: The name and the code of each.
        space: The name of the space that they share.
        alone: Whether each begins anew instead.
    """
    runner = _runner()
    outcomes = []
    runner.forget(space)
    for name, code in page:
        texts: dict[str, list[str]] = {"out": [], "err": []}
        pictures: list[str] = []
        outcome = runner.run(
            code,
            name,
            space,
            lambda stream, text, texts=texts: texts[stream].append(text),
            lambda _svg, alt, pictures=pictures: pictures.append(alt),
        )
        err = "".join([*texts["err"], outcome.get("traceback", "")])
        outcomes.append(
            Ran(kind=outcome["kind"], out="".join(texts["out"]), err=err, pictures=pictures)
        )
        if alone:
            runner.forget(space)
    return outcomes


def _runner() -> Any:  # noqa: ANN401  (found where the site keeps it)
    if RUNNER.is_dir() and str(RUNNER) not in sys.path:
        sys.path.insert(0, str(RUNNER))
    return importlib.import_module("runner")


def main() -> None:
    """Run the pages that a file asks for, and write what came of them to another."""
    parser = argparse.ArgumentParser(prog="python -m guide.in_page.session", description=__doc__)
    parser.add_argument("asked", type=Path)
    parser.add_argument("result", type=Path)
    options = parser.parse_args()
    asked = json.loads(options.asked.read_text(encoding="utf-8"))
    result = {page: ran(blocks, space) for page, (space, blocks) in asked.items()}
    options.result.write_text(json.dumps(result), encoding="utf-8")


if __name__ == "__main__":
    main()
