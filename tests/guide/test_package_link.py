"""The first code of a page that imports the package leads to the page that tells how to get it."""

import re

import pytest
from markdown import markdown

from guide.publishing.python.wheel import with_link

PLAIN = "import numpy as np"


def shown(*scripts: str) -> str:
    """Return a page with these scripts, as the press sets them."""
    text = "\n\n".join(f"```python\n{script}\n```" for script in scripts)
    settings = {"pymdownx.highlight": {"pygments_lang_class": True}}
    extensions = ["pymdownx.highlight", "pymdownx.superfences"]
    return markdown(text, extensions=extensions, extension_configs=settings)


@pytest.mark.parametrize(
    "imported",
    [
        "import nnbyhand as nn",
        "import numpy as np\n\nimport nnbyhand as nn",
        "from nnbyhand import relu",
        "from nnbyhand.activations import tanh",
        "import nnbyhand",
    ],
)
def test_the_link_stands_below_the_first_of_these(imported: str) -> None:
    page = shown(PLAIN, imported, imported)
    first, code, again = re.split("(?=<div)", page)[1:]
    link = '<p class="package-link"><a href="../../install/">Install <code>nnbyhand</code></a></p>'
    assert with_link(page, "learn/losses.md") == f"{first}{code.rstrip()}{link}\n{again}"


@pytest.mark.parametrize(
    "script", [PLAIN, "import nnbyhand_tools", 'print("import nnbyhand")', "# import nnbyhand"]
)
def test_a_page_that_does_without_the_package_stays_as_it_is(script: str) -> None:
    assert with_link(shown(script), "learn/losses.md") == shown(script)


def test_a_listing_of_a_source_file_and_the_page_itself_stay_as_they_are() -> None:
    listing = shown("import nnbyhand as nn").replace(
        "language-python highlight", "highlight source"
    )
    assert with_link(listing, "reference/source/a.py.md") == listing
    assert with_link(shown("import nnbyhand"), "install.md") == shown("import nnbyhand")
