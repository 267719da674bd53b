"""Snippets that import a framework run as the press runs the others; a warning is a fault.

The same code, section by section as a reader copies it, stands in `build/framework-pages`.
"""

import os
from pathlib import Path

import pytest

from guide.errors import PublishingError
from guide.publishing.pieces.snippets import compare, frameworks_in
from guide.publishing.project import HERE

os.environ["KERAS_BACKEND"] = "torch"
SNIPPETS = [
    path
    for path in sorted(HERE.snippets.rglob("*.py"))
    if frameworks_in(path.read_text(encoding="utf-8"), HERE.relative(path))
]


def test_there_are_some() -> None:
    assert len(SNIPPETS) > 5


@pytest.mark.parametrize("path", SNIPPETS, ids=HERE.relative)
def test_a_snippet_prints_what_it_says(path: Path) -> None:
    compare(path.read_text(encoding="utf-8"), HERE.relative(path))


def test_a_wrong_digit_and_a_deprecation_are_named_by_their_line() -> None:
    wrong = "import torch\n\nprint(torch.ones(1).item())\n#> 2.0\n"
    with pytest.raises(PublishingError, match=r"a\.py:4: the file says '2\.0'"):
        compare(wrong, "a.py")
    deprecated = 'import warnings\n\nimport torch\n\nwarnings.warn("old", DeprecationWarning)\n'
    with pytest.raises(PublishingError, match=r"a\.py:5: DeprecationWarning: old"):
        compare(deprecated, "a.py")
