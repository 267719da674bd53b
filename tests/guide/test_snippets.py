"""Snippets run statement by statement; a result that is not what they print is a fault."""

import warnings
from pathlib import Path

import numpy as np
import pytest

from guide.errors import PublishingError
from guide.publishing.pieces.sections import section, sections_of
from guide.publishing.pieces.snippets import compare, frameworks_in, refreshed, results_in, run

GOOD = """import math

# --8<-- [start:roots]
root = math.sqrt(2)
print(round(root, 3))
#> 1.414

for n in range(2):
    print(n)
#> 0
#> 1
# --8<-- [end:roots]
print()
#>
"""


def fault(source: str) -> str:
    with pytest.raises(PublishingError) as caught:
        compare(source, "snippets/a/b.py")
    return str(caught.value)


def test_each_printing_statement_is_compared() -> None:
    assert compare(GOOD, "snippets/a/b.py") == 3


def test_a_wrong_digit_is_named_by_its_line() -> None:
    message = fault(GOOD.replace("1.414", "1.415"))
    assert message.startswith("snippets/a/b.py:6: ")
    assert "the file says '1.415', running it prints '1.414'" in message


def test_a_missing_result_is_a_fault() -> None:
    assert "snippets/a/b.py:2: the file says nothing" in fault("print(1)\n")


def test_a_result_under_a_silent_statement_is_a_fault() -> None:
    assert "snippets/a/b.py:2: the file says '1', running it prints nothing" in fault(
        "x = 1\n#> 1\n"
    )


def test_a_result_that_no_statement_owns_is_a_fault() -> None:
    source = "def f():\n    print(1)\n    #> 1\n\n\nf()\n#> 1\n"
    assert fault(source).startswith("snippets/a/b.py:3: a result stands here")


def test_an_exception_is_named_by_the_line_that_raised() -> None:
    message = fault("def f(x):\n    return 1 / x\n\n\nf(0)\n")
    assert message == "snippets/a/b.py:2: ZeroDivisionError: division by zero"


def test_leaving_the_interpreter_is_a_fault() -> None:
    assert fault("import sys\nsys.exit(0)\n") == "snippets/a/b.py:2: SystemExit: 0"


def test_a_syntax_error_is_named_by_its_line() -> None:
    assert fault("x = 1\ny = (\n").startswith("snippets/a/b.py:2: SyntaxError")


def test_a_warning_is_a_fault() -> None:
    message = fault("import numpy as np\nnp.exp(np.float32(100))\n")
    assert "snippets/a/b.py:2: RuntimeWarning: overflow" in message


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import torch", ("torch",)),
        ("from torch.utils.data import DataLoader", ("torch",)),
        ("def f():\n    import sklearn.svm as svm, keras", ("keras", "sklearn")),
        ("import numpy as torch", ()),
        ("import torchless", ()),
        ("# import torch", ()),
    ],
)
def test_frameworks_are_found_in_the_syntax_tree(source: str, expected: tuple[str, ...]) -> None:
    assert frameworks_in(source, "snippets/a/b.py") == expected


def test_a_syntax_error_in_a_snippet_with_a_framework_is_named_by_its_line() -> None:
    with pytest.raises(PublishingError, match=r"snippets/a/b\.py:2: SyntaxError"):
        frameworks_in("import torch\ny = (\n", "snippets/a/b.py")


def test_only_the_outdated_arrays_of_keras_itself_are_let_pass() -> None:
    text = "__array__ implementation doesn't accept a copy keyword, so"
    warn = (
        f'import warnings\nwarnings.warn_explicit("{text}", DeprecationWarning, "k", 1, "MODULE")\n'
    )
    assert compare(warn.replace("MODULE", "keras.src.backend"), "snippets/a/b.py") == 0
    assert "DeprecationWarning" in fault(warn.replace("MODULE", "__main__"))


def test_what_a_snippet_sets_does_not_reach_the_next() -> None:
    source = "import numpy as np\nimport warnings\n"
    source += "np.set_printoptions(precision=1)\nnp.seterr(all='ignore')\n"
    source += "warnings.simplefilter('ignore')\n"
    before = np.get_printoptions(), np.geterr(), list(warnings.filters)
    run(source, "snippets/a/b.py")
    assert (np.get_printoptions(), np.geterr(), list(warnings.filters)) == before


def test_refresh_repairs_every_kind_of_fault_and_is_then_at_rest() -> None:
    broken = (
        GOOD.replace("1.414", "9")
        .replace("#> 0\n#> 1\n", "")
        .replace("print()\n#>\n", "x = 1\n#> 5\n")
    )
    repaired = refreshed(broken, "snippets/a/b.py")
    assert repaired == GOOD.replace("print()\n#>\n", "x = 1\n")
    assert refreshed(repaired, "snippets/a/b.py") == repaired
    compare(repaired, "snippets/a/b.py")


def test_results_are_counted_per_section() -> None:
    part = sections_of(GOOD, "snippets/a/b.py")["roots"]
    assert (part.first, part.last) == (4, 11)
    assert results_in(GOOD, part) == 2
    assert results_in(GOOD) == 3


@pytest.mark.parametrize(
    ("markers", "message"),
    [
        ("# --8<-- [start:a]\n", "section 'a' is never closed"),
        ("# --8<-- [end:a]\n", "section 'a' is closed before it is opened"),
        ("# --8<-- [start:a]\n# --8<-- [start:a]\n", "section 'a' is opened twice"),
    ],
)
def test_markers_must_pair(markers: str, message: str) -> None:
    with pytest.raises(PublishingError, match=message):
        sections_of(markers, "snippets/a/b.py")


def test_a_missing_snippet_is_named_by_the_page(tmp_path: Path) -> None:
    with pytest.raises(PublishingError, match=r"docs/p\.md:7: there is no snippets/a/b\.py"):
        section(tmp_path, "a/b.py:c", "docs/p.md", 7)


def test_a_missing_section_names_those_that_exist(tmp_path: Path) -> None:
    (tmp_path / "b.py").write_text(GOOD, encoding="utf-8")
    with pytest.raises(PublishingError, match=r"docs/p\.md:7: .* no section 'c'; it has: roots"):
        section(tmp_path, "b.py:c", "docs/p.md", 7)
