"""Every example in a docstring runs, and prints what the docstring says.

In an example `np` and `nn` are there, as is all that the module knows; where readers see it, the
press adds the imports that it needs.
"""

import ast
import doctest
import importlib
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

import nnbyhand as nn

FOLDER = Path(nn.__file__).parent
FILES = [path.relative_to(FOLDER.parent).with_suffix("") for path in FOLDER.rglob("*.py")]
MODULES = sorted(".".join(file.parts).removesuffix(".__init__") for file in FILES)
GIVEN = {"np": np, "nn": nn}
ORDER = (
    *("meaning", "Args", "Attributes", "Returns", "Yields", "Raises"),
    *("Source", "Example", "Chapter"),
)


def loaded(name: str) -> ModuleType:
    return importlib.import_module(name)


def constant_docstrings(module: ModuleType) -> Iterator[tuple[str, str, int]]:
    """Yield the strings below constants, which Python itself does not keep, with their lines."""
    body = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")).body
    for statement, after in pairwise(body):
        if not isinstance(statement, ast.Assign | ast.AnnAssign) or not isinstance(after, ast.Expr):
            continue
        if isinstance(after.value, ast.Constant) and isinstance(after.value.value, str):
            yield ast.unparse(statement).split(" ")[0], after.value.value, after.lineno


def examples(name: str) -> list[doctest.DocTest]:
    module = loaded(name)
    known = {**vars(module), **GIVEN}
    found = doctest.DocTestFinder().find(module, globs=known)
    found += [
        doctest.DocTestParser().get_doctest(text, dict(known), constant, module.__file__, line - 1)
        for constant, text, line in constant_docstrings(module)
    ]
    return [test for test in found if test.examples]


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str) -> None:
    said: list[str] = []
    runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS)
    for test in examples(name):
        assert runner.run(test, out=said.append).attempted == len(test.examples)
    assert not said, "".join(said)


def test_examples_of_constants_are_found() -> None:
    names = [constant for constant, _, _ in constant_docstrings(loaded("nnbyhand.activations"))]
    assert names == ["ACTIVATIONS"]


@pytest.mark.parametrize("name", MODULES)
def test_no_example_is_skipped(name: str) -> None:
    """An option could skip an example, or pass over what it prints."""
    assert [
        example.source for t in examples(name) for example in t.examples if example.options
    ] == []


def said(node: ast.AST) -> str | None:
    """Return the docstring of a class or function."""
    return ast.get_docstring(node) if isinstance(node, ast.ClassDef | ast.FunctionDef) else None


def sections(docstring: str) -> list[str]:
    """Return what the paragraphs of a docstring are, by the word that each begins with."""
    heads = [re.match(r"([A-Z][a-z]+):( |$)|(>>>)", line) for line in docstring.splitlines()]
    named = [head[1] or "Example" for head in heads if head]
    unnamed = re.findall(r"(?<!:)\n\n {4}>>>", docstring)
    return ["meaning", *named, *(["an example without its head"] * len(unnamed))]


@pytest.mark.parametrize("name", MODULES)
def test_sections_stand_in_one_order(name: str) -> None:
    module = loaded(name)
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    texts = [text for node in ast.walk(tree) if (text := said(node))]
    texts += [text for _, text, _ in constant_docstrings(module)]
    for text in texts:
        found = sections(text)
        assert set(found) <= set(ORDER), text
        assert found == sorted(set(found), key=ORDER.index), text
