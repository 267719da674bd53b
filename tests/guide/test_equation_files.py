"""Headers, transcriptions and names of equation files: what is accepted and what is said if not."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.errors import PublishingError
from guide.publishing.equations import (
    EquationCheck,
    check_equation,
    check_left_hand_sides,
    displayed_latex,
    right_hand_side,
)

SIGMOID = "% value: nnbyhand.sigmoid(z)\n\\sigma(z) = \\frac{1}{1 + e^{-z}}\n"
SLOPE = "% derivative: nnbyhand.sigmoid.derivative(z) of sigmoid.tex\n\\sigma'(z) = "
SILU = "% value: nnbyhand.silu(z)\n% uses: \\sigma = sigmoid.tex\ns(z) = z \\sigma(z)\n"
SUMMED = "% transcription: summed.py\nc_{i} = \\sum_{j} \\frac{\\partial a_{j}}{\\partial z_{i}}\n"
LOOPS = '''import numpy as np
import nnbyhand as nn


def inputs(rng):
    return {"z": rng.normal(size=4)}


def equation(z):
    r"""Add up a column.

    c_{i} = \\sum_{j} \\frac{\\partial a_{j}}
        {\\partial z_{i}}
    """
    a = np.exp(z) / np.exp(z).sum()
    return np.array([sum(a[j] * ((i == j) - a[i]) for j in range(4)) for i in range(4)])


def package(z):
    return nn.softmax.jacobian(z).sum(axis=-1)
'''

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    write_file("sigmoid.tex", SIGMOID)
    write_file("summed.py", LOOPS)
    write_file("wave.py", LOOPS)
    return write_file


def refusal(path: Path) -> str:
    with pytest.raises(PublishingError) as error:
        check_equation(path, path.parent)
    return str(error.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = y\n", "1: no header line says how this equation is checked; write one of: % value: "),
        ("% identity\n% value: nnbyhand.relu(z)\nx = x\n", "1: 2 header lines say how this"),
        ("% worth: nnbyhand.relu(z)\nx = x\n", "1: unknown header line '% worth: nnbyhand.relu"),
        ("% identity\n%\nx = x\n", "2: unknown header line '%'; the known ones are: % value: "),
        ("% value:\nx = x\n", r"1: cannot read '% value:'; write % value: nnbyhand.sigmoid\(z\)"),
        ("% identity: yes\nx = x\n", "1: cannot read '% identity: yes'; write % identity"),
        ("% identity\n\n", "2: there is no equation under the header"),
        ("% identity\nx + x\n", "2: an equation has one = between its two sides, this one has 0"),
        ("% identity\nx = x = x\n", "2: an equation has one = between its two sides, this one has"),
        ("% identity\nx =\n", "2: one side of the equation is empty"),
        ("% identity\nx =\\,\n", "2: cannot read ''"),
        ("% identity\nx = (x\n", r"2: \( is not closed"),
        ("% identity\n(x = x\n", r"2: \( is not closed"),
        (
            "% identity\nx = x.\n",
            r"2: \. cannot stand in an equation; allowed are letters, numbers, ",
        ),
        ("% identity\nx\n = x % odd\n", "3: % cannot stand in an equation; allowed are"),
        ("% identity\nx = \\mathrm{ab}\n", r"2: \\mathrm\{ab\} cannot stand .*\\Delta .*\\frac"),
        ("% identity\nx = \\hat{x}\n", r"2: \\hat cannot stand in an equation"),
        ("% identity\nx = x \\text{ for all }\n", r"2: \\text\{ for all \} cannot stand"),
        ("% identity\nx = x/2\n", "2: / cannot stand in an equation"),
        ("% identity\nx = x²\n", "2: ² cannot stand in an equation"),
        ("% identity\nx_{i} = x_{j}\n", "2: x has the index i; add a line % vector: x"),
        ("% identity\n% vector: x\nx_{i} = x_{j}\n", "3: i and j stand as index; one can be comp"),
        (
            "% identity\n% where: x from 1 to 2\nx = x\n",
            "2: cannot read 'x from 1 to 2'; write % w",
        ),
        ("% identity\n% where: x in [2, 1]\nx = x\n", r"2: \[2, 1\] is empty: the lower end comes"),
        ("% identity\n% where: y in [1, 2]\nx = x\n", "2: y does not stand in the equation"),
        ("% identity\n\\log x = \\log x\n", "2: the left side gives .*; where it is not finite, n"),
        (
            "% identity\nx = \\begin{cases} 1 & x > 0 \\\\ x \\end{cases}\n",
            r"2: a case is written: value & \\text\{if \} z > 0",
        ),
        (
            "% identity\nx = \\begin{cases} 1 & \\text{otherwise} \\\\ 2 & x > 0 \\end{cases}\n",
            "2: no case can follow the one for otherwise",
        ),
        (
            "% identity\nx = \\begin{cases} 1 & 0 < x < 1 \\\\ 2 & x > 1 \\end{cases}\n",
            r"2: a condition is written z > 0, \\text\{if \} z > 0 or \\text\{otherwise\}",
        ),
        ("% value: nnbyhand.relu(z\nr(z) = z\n", r"1: 'nnbyhand.relu\(z' is no Python expression"),
        ("% value: numpy.abs(z)\nr(z) = |z|\n", r"1: 'numpy.abs\(z\)' calls nothing of nnbyhand"),
        ("% value: nnbyhand.rule(z)\nr(z) = z\n", r"1: nnbyhand.rule\(z\) raised AttributeError: "),
        (
            "% value: nnbyhand.relu(z).sum(keepdims=1)\nr(z) = z\n",
            r"1: .* has shape \(1,\) where t",
        ),
        ("% value: nnbyhand.relu(x)\nr(z) = z\n", r"1: nnbyhand.relu\(x\) depends on x, the equat"),
        ("% value: nnbyhand.relu(z)\nr(x) = z\n", r"1: .* depends on z, the equation on x, z"),
        ("% value: nnbyhand.linear(z)\nr(z) = z a\n", r"1: .* depends on z, the equation on a, z"),
        (
            "% value: nnbyhand.relu(z)\n2r(z) = z\n",
            r"2: the left side '2 r \( z \)' is no name; wri",
        ),
        ("% value: nnbyhand.relu(z)\nr(2z) = z\n", r"2: the left side 'r \( 2 z \)' is no name"),
        (
            "% derivative: nnbyhand.relu.derivative(z)\nr'(z) = 1\n",
            "1: cannot read .*; write % deri",
        ),
        (SLOPE.replace("sigmoid.tex", "tanh.tex") + "1\n", "1: there is no tanh.tex beside this"),
        (SILU.replace("sigmoid.tex", "tanh.tex"), "2: there is no tanh.tex beside this file"),
        (SILU.replace("sigmoid.tex", "wave.tex"), "2: wave.tex is defined by means of itself"),
        (
            SILU.replace("uses: \\sigma", "uses: \\tau"),
            r"2: sigmoid.tex defines \\sigma, not \\tau",
        ),
        (SILU.replace("z \\sigma(z)", "z"), r"2: \\sigma does not stand in the equation"),
        (
            SILU.replace("sigmoid.tex", "summed.tex"),
            "2: summed.tex must have a % value: line and n",
        ),
        (
            SILU.replace("sigmoid.tex", "line.tex"),
            "2: line.tex defines no function of one variable",
        ),
        (SUMMED, "1: a transcription has its equation's name, wave.py, not summed.py"),
        (SUMMED.replace("c_{i}", "\\color c_{i}"), r"2: \\color cannot stand in an equation"),
        (
            SUMMED.replace("summed", "wave").replace("= ", "= -"),
            r"2: the docstring of equation\(\) in wave.py must quote this",
        ),
        (
            "% unchecked: a matter of taste\nx = \\color y\n",
            r"2: \\color cannot stand in an equatio",
        ),
    ],
)
def test_a_faulty_file_is_refused_by_line_and_message(
    write: Write, text: str, message: str
) -> None:
    write("summed.tex", SUMMED)
    write("line.tex", "% value: nnbyhand.linear(m * x)\ny = m x\n")
    assert re.match(f"wave.tex:{message}", refusal(write("wave.tex", text)))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "(i == j) - a[i]",
            "(i == j) + a[i]",
            r"2: equation\(\) gives .* at entry \[\d\], package",
        ),
        ("def inputs", "def input", "1: summed.py lacks the function inputs"),
        ("import numpy as np", "import numpty", "1: summed.py raised ModuleNotFoundError: "),
        ("nn.softmax.jacobian(z)", "nn.softmax(z, z)", "1: summed.py raised "),
        (
            "axis=-1",
            "axis=None",
            r"1: summed.py: equation\(\) has shapes \[\(4,\)\], package\(\) has",
        ),
        (
            "\\sum_{j}",
            "\\sum_{k}",
            r"2: the docstring of equation\(\) in summed.py must quote this",
        ),
    ],
)
def test_a_faulty_transcription_is_refused(write: Write, old: str, new: str, message: str) -> None:
    write("summed.py", LOOPS.replace(old, new))
    assert re.match(f"summed.tex:{message}", refusal(write("summed.tex", SUMMED)))


def test_a_missing_transcription_is_refused(write: Write) -> None:
    path = write("lone.tex", SUMMED.replace("summed", "lone"))
    assert refusal(path) == "lone.tex:1: there is no Python file lone.py beside this file"


def test_a_transcription_may_return_several_arrays(write: Write, tmp_path: Path) -> None:
    several = re.sub(r"return (.*\.sum.*|np\.array.*)", r"return \1, z", LOOPS)
    write("summed.py", several)
    assert check_equation(write("summed.tex", SUMMED), tmp_path).largest_difference < 1e-15
    write("summed.py", several.replace("axis=-1), z", "axis=-1), -z"))
    assert "equation() gives" in refusal(tmp_path / "summed.tex")


def test_readers_are_told_what_was_compared(write: Write, tmp_path: Path) -> None:
    checks = [
        check_equation(write("wave.tex", text), tmp_path)
        for text in (
            SIGMOID,
            SLOPE + "\\frac{e^{-z}}{(1 + e^{-z})^{2}}",
            "% identity\nx + 1 = 1 + x",
            SUMMED.replace("summed", "wave"),
            "% unchecked: a definition.\nx := \\text{the input}",
        )
    ]
    expected = [
        "Parsed from its LaTeX and compared with nnbyhand.sigmoid",
        (
            "Parsed from its LaTeX and compared with nnbyhand.sigmoid.derivative"
            " and with the derivative of sigmoid.tex"
        ),
        "Both sides parsed from the LaTeX and compared with each other",
        "Written out in plain loops and compared with nnbyhand.softmax.jacobian",
    ]
    for check, beginning in zip(checks, expected, strict=False):
        rest = f" on {check.inputs:,} random inputs; no difference is above 1e-12."
        assert check.sentence() == beginning + rest
    assert checks[-1].sentence() == "Not checked by a program: a definition."
    assert [check.mark() for check in checks[-3:]] == [
        "checked on 1,000 random inputs",
        "checked on 100 random inputs",
        "not checked by a program",
    ]


def test_a_check_repeats_to_the_last_digit(write: Write, tmp_path: Path) -> None:
    path = write("wave.tex", SIGMOID)
    assert check_equation(path, tmp_path) == check_equation(path, tmp_path)
    assert isinstance(check_equation(path, tmp_path, seed=1), EquationCheck)


def test_pages_and_tables_get_the_latex_without_its_header(write: Write) -> None:
    path = write("wave.tex", "% identity\n\n\\sum_{j=1}^{3} j\n  = 2\\,(1 + 2)\n\n")
    assert displayed_latex(path) == "\\sum_{j=1}^{3} j\n  = 2\\,(1 + 2)"
    assert right_hand_side(path) == "2\\,(1 + 2)"
    with pytest.raises(PublishingError, match=r"wave\.tex:1: the equation has no equals sign"):
        right_hand_side(write("wave.tex", "% identity\nx\n"))


def test_one_name_means_one_function_and_one_function_has_one_name(
    write: Write, tmp_path: Path
) -> None:
    first, loops = tmp_path / "sigmoid.tex", write("summed.tex", SUMMED)
    slope = write("slope.tex", SLOPE + "1")
    check_left_hand_sides([first, slope, loops, write("again.tex", SIGMOID)], tmp_path)
    with pytest.raises(PublishingError) as fault:
        check_left_hand_sides(
            [first, write("tanh.tex", SIGMOID.replace("sigmoid", "tanh"))], tmp_path
        )
    assert str(fault.value) == (
        "tanh.tex:2: \\sigma is nnbyhand.tanh here and nnbyhand.sigmoid in sigmoid.tex"
    )
    with pytest.raises(PublishingError) as fault:
        check_left_hand_sides([first, write("wave.tex", SIGMOID.replace("\\sigma", "s"))], tmp_path)
    assert str(fault.value) == (
        "wave.tex:2: nnbyhand.sigmoid is written s here and \\sigma in sigmoid.tex"
    )
    fraction = slope.read_text(encoding="utf-8").replace("\\sigma'(z)", "\\frac{d\\sigma}{dz}")
    check_left_hand_sides([slope, write("fraction.tex", fraction)], tmp_path)


def test_what_needs_no_sympy_does_not_import_it(write: Write, tmp_path: Path) -> None:
    path = write("summed.tex", SUMMED)
    program = f"""
import sys
from pathlib import Path
from guide.publishing.equations import *
path = Path({str(path)!r})
check_equation(path, path.parent), displayed_latex(path), right_hand_side(path)
check_left_hand_sides([path], path.parent)
assert "sympy" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True, cwd=tmp_path)
