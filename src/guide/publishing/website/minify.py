"""Makes scripts and style sheets small: esbuild reads them all in one Node process."""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from mkdocs.structure.files import Files

from guide.errors import PublishingError, PublishingErrors
from guide.publishing.project import Project
from guide.publishing.typesetting.katex import node
from guide.remembering import Work

TARGET = "es2022"
"""What scripts may use: it is in Chrome and Edge from 94, Firefox from 93, Safari from 16.4 on."""

_OWN = "javascripts/"
_SCRIPT = Path(__file__).with_suffix(".mjs")
# Before each part of a style sheet stands the file that it comes from.
_ORIGIN = re.compile(r"^/\* (?P<path>docs/\S+) \*/$")


def lighten(files: Files, made: dict[str, str | bytes], project: Project) -> None:
    """Let the site serve its own scripts and style sheets without what only their writers need.

    Args:
        files: The files of the site. Its scripts are among them.
        made: What the build adds to them, by path. Style sheets are among it. It also gets a source
            map for each script: developer tools, and nothing else, load it to show the source.
        project: The checkout.

    Raises:
        PublishingErrors: Some cannot be read.
    """
    scripts = {file.src_uri: file for file in files if _is_script(file.src_uri)}
    texts = {path: file.content_string for path, file in scripts.items()}
    texts |= {
        path: content
        for path, content in made.items()
        if path.endswith(".css") and isinstance(content, str)
    }
    small = dict(minified(texts, project))
    for path, file in scripts.items():
        file.content_string = small.pop(path)
    made |= small


def minified(texts: Mapping[str, str], project: Project) -> dict[str, str]:
    """Return scripts and style sheets made small, and a map beside each script, by path.

    Each stays a file of its own: its address, what it imports and what it exports are the same.

    Args:
        texts: The files, by path as seen from `docs`.
        project: The checkout whose `node_modules` holds esbuild.

    Raises:
        PublishingErrors: Some of the files cannot be read, or say what cannot be meant.
    """
    request = json.dumps({"target": TARGET, "files": texts})
    behind = (_asked, _esbuild(project) / "package.json")  # the script beside this module, too
    work = Work("minified", behind, (request,), lambda: _asked(request, texts, project))
    return project.memory.result(work)


def _asked(request: str, texts: Mapping[str, str], project: Project) -> dict[str, str]:
    command = [str(node()), str(_SCRIPT), str(_esbuild(project) / "lib" / "main.js")]
    done = subprocess.run(  # noqa: S603  (our own script)
        command, input=request, stdout=subprocess.PIPE, encoding="utf-8", check=True
    )
    answer = json.loads(done.stdout)
    faults = [
        PublishingError(*_origin(texts, fault["path"], fault["line"]), fault["message"])
        for fault in answer["faults"]
    ]
    if faults:
        raise PublishingErrors(sorted(faults, key=lambda fault: (fault.path, fault.line)))
    small: dict[str, str] = answer["files"]
    return small


def _esbuild(project: Project) -> Path:
    return project.root / "node_modules" / "esbuild"


def _origin(texts: Mapping[str, str], path: str, line: int) -> tuple[str, int]:
    """Return the file that holds a line, and the line there."""
    for back, before in enumerate(reversed(texts[path].splitlines()[: line - 1])):
        if origin := _ORIGIN.match(before):
            return origin["path"], back + 1
    return f"docs/{path}", line


def _is_script(path: str) -> bool:
    return path.startswith(_OWN) and path.endswith((".js", ".mjs"))
