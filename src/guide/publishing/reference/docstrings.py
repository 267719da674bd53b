"""Turns a docstring into Markdown that says exactly what it says, examples included."""

import ast
import re
from collections.abc import Mapping
from doctest import DocTestParser, Example
from itertools import groupby

from markdown import Markdown

_CHAPTER = re.compile(
    r"(?:^[ ]*|(?<=\.) )Chapter: (?P<slugs>[a-z-]+(?:, [a-z-]+)*)\.[ ]*$", re.MULTILINE
)
_EXAMPLE_TITLE = re.compile(r"\n?[ ]*Examples?::?\s*\Z")
_OWN_IMPORT = re.compile(r"from (?P<module>nnbyhand(?:\.\w+)+) import (?P<names>\w+(?:, \w+)*)$")
_DIRECTIVE = re.compile(r"\s*# doctest:.*")
# Docstrings are plain text with code in backticks: `*networks` and `a[i](x)` are no Markdown.
_NO_INLINE = (
    *("escape", "reference", "link", "image_link", "image_reference", "short_reference"),
    *("short_image_ref", "html", "em_strong"),
)
_NO_BLOCK = ("hashheader", "setextheader", "hr", "olist", "quote", "reference")


def chapters_of(docstring: str) -> tuple[str, ...]:
    """Return the slugs of the line `Chapter: <slug>.`, of which there may be several."""
    return tuple(slug for match in _CHAPTER.finditer(docstring) for slug in _slugs(match))


def _slugs(match: re.Match[str]) -> list[str]:
    return match["slugs"].split(", ")


def prepared(docstring: str, public: Mapping[str, str]) -> str:
    """Return a docstring with its examples as fenced code, and without the line on chapters.

    A result stands below its statement as `#> result`, as in the chapters, and what the example
    leaves unsaid is imported, so that what a reader copies runs.

    Args:
        docstring: The text.
        public: What `nnbyhand` exports, and where each name comes from.
    """
    parts = [
        part
        for part in DocTestParser().parse(_CHAPTER.sub("", docstring) + "\n")
        if isinstance(part, Example) or part.strip()
    ]
    blocks: list[str] = []
    for is_code, group in groupby(parts, key=lambda part: isinstance(part, Example)):
        if is_code:
            lines = [line for part in group if isinstance(part, Example) for line in _lines(part)]
            blocks.append("\n".join(["", "```python", *_complete(lines, public), "```", ""]))
        else:
            text = "".join(part for part in group if isinstance(part, str))
            blocks.append(_EXAMPLE_TITLE.sub("", text).rstrip("\n") + "\n")
    return "\n".join(blocks).strip("\n")


def _complete(lines: list[str], public: Mapping[str, str]) -> list[str]:
    """Return an example with all that it needs imported, each public object from the package."""
    own = [line for line in lines if not _is_own_import(line, public)]
    nodes = list(ast.walk(ast.parse("\n".join(own))))
    names = [node for node in nodes if isinstance(node, ast.Name)]
    bound = {node.id for node in names if isinstance(node.ctx, ast.Store)}
    bound |= {node.arg for node in nodes if isinstance(node, ast.arg)}
    for node in nodes:
        if isinstance(node, ast.Import | ast.ImportFrom):
            bound |= {alias.asname or alias.name for alias in node.names}
    missing = {node.id for node in names} - bound
    imports = ["import numpy as np"] if "np" in missing else []
    imports += ["import nnbyhand as nn"] if "nn" in missing else []
    used = sorted(missing & set(public))
    imports += [f"from nnbyhand import {', '.join(used)}"] if used else []
    head = [line for line in own if line.startswith(("import ", "from "))] + imports
    rest = [line for line in own if not line.startswith(("import ", "from "))]
    return [*head, "", *rest] if head else rest


def _is_own_import(line: str, public: Mapping[str, str]) -> bool:
    match = _OWN_IMPORT.match(line)
    return match is not None and all(
        public.get(name) == f"{match['module']}.{name}" for name in match["names"].split(", ")
    )


def _lines(example: Example) -> list[str]:
    source = _DIRECTIVE.sub("", example.source).rstrip("\n")
    printed = (example.exc_msg or example.want).replace("<BLANKLINE>", "")
    return [*source.split("\n"), *(f"#> {line}".rstrip() for line in printed.splitlines())]


def setter() -> Markdown:
    """Return what sets the text of docstrings: paragraphs, lists, code and nothing else."""
    highlight = {"pygments_lang_class": True}
    markdown = Markdown(
        extensions=["pymdownx.highlight", "pymdownx.superfences"],
        extension_configs={"pymdownx.highlight": highlight},
    )
    markdown.preprocessors.deregister("html_block")
    for name in _NO_INLINE:
        markdown.inlinePatterns.deregister(name)
    for name in _NO_BLOCK:
        markdown.parser.blockprocessors.deregister(name)
    return markdown
