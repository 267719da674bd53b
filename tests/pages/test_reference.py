"""The reference describes every public object once, with an example that runs and its chapter."""

import ast
import contextlib
import io
import re
from collections import Counter
from functools import cache

import pytest

import nnbyhand as nn
from guide.errors import PublishingError
from guide.publishing.project import HERE
from guide.publishing.reference.docstrings import chapters_of, prepared
from guide.publishing.reference.package import Package
from guide.publishing.reference.pages import expanded
from guide.publishing.reference.places import names_on, object_places

CHAPTERS = {
    *("neuron", "perceptron", "activations", "forward-propagation", "universal-approximation"),
    *("losses", "backpropagation", "gradient-descent", "optimizers", "initialization"),
    *("vanishing-gradients", "regularization", "hyperparameters", "real-data", "frameworks"),
}
PAGE = "reference/activations.md"
PAGES = sorted((HERE.docs / "reference").glob("*.md"))
PATHS = {name: f"nnbyhand.activations.{name}" for name in ("relu", "tanh")}
FENCE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@cache
def package() -> Package:
    return Package(HERE)


def test_every_public_object_is_on_one_page() -> None:
    found = Counter(name for page in PAGES for name in names_on(page.read_text(encoding="utf-8")))
    assert found == Counter(nn.__all__)


def test_every_line_that_asks_for_an_object_names_one() -> None:
    """A line that the press cannot read would stand on the page as it is written."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert len(re.findall(r"^\s*:::", text, re.MULTILINE)) == len(names_on(text)), page


def test_every_page_stands_in_the_navigation() -> None:
    navigation = (HERE.root / "mkdocs.yml").read_text(encoding="utf-8")
    assert [page for page in PAGES if f"reference/{page.name}" not in navigation] == []


@pytest.mark.parametrize("name", nn.__all__)
def test_an_object_names_its_chapter(name: str) -> None:
    chapters = chapters_of(package().docstring(name))
    assert chapters, f"the docstring of {name} lacks a line `Chapter: <slug>.`"
    assert set(chapters) <= CHAPTERS


@pytest.mark.parametrize("name", nn.__all__)
def test_an_object_has_an_example_that_runs_as_readers_copy_it(name: str) -> None:
    examples = FENCE.findall(prepared(package().docstring(name), package().paths))
    assert examples, f"the docstring of {name} lacks an example"
    for code in examples:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(nn.InputError):
            exec(compile(ast.parse(code), name, "exec"), {})


def test_results_stand_below_their_statements() -> None:
    docstring = (
        "Add.\n\nExample:\n    >>> x = 1\n    >>> x + np.int64(1)\n    2\n\nChapter: neuron."
    )
    shown = "import numpy as np\n\nx = 1\nx + np.int64(1)\n#> 2"
    assert prepared(docstring, {}) == f"Add.\n\n\n```python\n{shown}\n```"


def test_an_example_imports_what_it_leaves_unsaid() -> None:
    docstring = (
        ">>> from nnbyhand.activations import tanh\n>>> relu([f(1) for f in (tanh, nn.elu)])"
    )
    shown = (
        "import nnbyhand as nn\nfrom nnbyhand import relu, tanh\n\n"
        "relu([f(1) for f in (tanh, nn.elu)])"
    )
    assert prepared(docstring, PATHS) == f"```python\n{shown}\n```"


def test_an_import_of_something_else_stays() -> None:
    """What a module calls by the name of a public object need not be that object."""
    docstring = ">>> from nnbyhand.other import tanh\n>>> tanh.name"
    shown = "from nnbyhand.other import tanh\n\ntanh.name"
    assert prepared(docstring, PATHS) == f"```python\n{shown}\n```"


def test_chapters_stand_at_the_end_of_a_line() -> None:
    docstring = "Words.\n\nSource: Somebody 1990. Chapter: losses, neuron.\n\nChapter: perceptron."
    assert chapters_of(docstring) == ("losses", "neuron", "perceptron")
    assert prepared(docstring, {}) == "Words.\n\nSource: Somebody 1990."


def test_a_property_is_no_method() -> None:
    assert "facts: Facts\n" in re.sub(r"<[^>]+>", "", package().described("ELU", PAGE).html)


def test_stars_and_brackets_stay_what_they_are() -> None:
    package().markdown.reset()
    made = package().markdown.convert("(*networks, a) and (*networks, b), a[i](x) < 1, __init__")
    assert made == "<p>(*networks, a) and (*networks, b), a[i](x) &lt; 1, __init__</p>"


def test_a_description_says_shapes_and_leads_to_the_source() -> None:
    made, chapters = package().described("softmax", PAGE)
    assert chapters == ("activations",)
    assert "*rows classes classes" in made  # in the type of the Jacobian
    assert re.search(r'href="\.\./source/src/nnbyhand/activations/softmax\.py/#[\w-]+-\d+"', made)
    assert '<a href="../../learn/activations/">Activations</a>' in made
    assert '<h3 id="nnbyhand.softmax.jacobian">' in made
    assert "autoref" not in made


def test_what_a_function_returns_is_one_text() -> None:
    made = re.sub(r"<[^>]+>", "", package().described("iris", PAGE).html)
    assert "Returns:\nInputs (150, 4) in centimeters, float64: length and" in re.sub(
        r"\s*\n\s*", "\n", made
    )
    assert package().described("iris", PAGE).html.count("doc-section-item") == 1


def test_names_of_other_objects_are_links() -> None:
    made = package().described("Elementwise", PAGE).html
    assert '<a href="./#nnbyhand.Activation"><code>Activation</code></a>' in made
    assert "An instance of" in package().described("leaky_relu", PAGE).html


def test_an_unknown_object_is_a_fault() -> None:
    with pytest.raises(PublishingError, match=r"nnbyhand\.nothing is no public object"):
        package().described("nothing", PAGE)


def test_a_page_names_its_chapters_first() -> None:
    page = "# Title\n\nWords.\n\n::: nnbyhand.relu\n\n::: nnbyhand.gradient_check\n"
    made = expanded(HERE, PAGE, page, lambda html: f"[{len(html) > 100}]")
    lead, *rest = made.removeprefix("# Title\n\nWords.\n\n").split("\n\n")
    assert lead.startswith("Taught in the chapters [Activations](../learn/activations.md), ")
    assert rest[0] == "## relu { #nnbyhand.relu }"
    assert rest[1].strip() == "[True]"


def test_other_pages_stay_as_they_are() -> None:
    page = (HERE.docs / "index.md").read_text(encoding="utf-8")
    assert expanded(HERE, "index.md", page, str) == page
    assert set(object_places(HERE)) == set(nn.__all__)
