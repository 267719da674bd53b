"""LaTeX is read as people read it, or refused: never something in between."""

import math

import numpy as np
import pytest
import sympy as sp

from guide.errors import PublishingError
from guide.publishing.equations.latex import read_expression
from guide.publishing.equations.names import Names, symbol
from guide.publishing.equations.tex import tokenize

X, Y, Z = 0.7, 1.3, -0.4
VALUES = {"x": X, "y": Y, "z": Z, "x_1": 2.5, "alpha": 0.3, "lambda_": 4.0, "d": 3.0, "i": 5.0}
LINE = 3


def logistic(number: float) -> float:
    return 1 / (1 + math.exp(-number))


def logistic_expression(argument: sp.Expr) -> sp.Expr:
    return 1 / (1 + sp.exp(-argument))


NAMES = Names(
    {r"\sigma": logistic_expression, r"\operatorname{half}": lambda argument: argument / 2},
    ["p"],
)


def read(latex: str) -> sp.Expr:
    near = tokenize("?", "wave.tex", LINE)[0]
    return read_expression(tokenize(latex, "wave.tex", LINE), near, NAMES)


def value(latex: str) -> float:
    return float(read(latex).subs({symbol(name): number for name, number in VALUES.items()}))


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"\frac{1}{1 + e^{-z}}", logistic(Z)),
        (r"\dfrac{x}{y} + \tfrac{1}{2}", X / Y + 0.5),
        (r"\sqrt{2\pi}\,x", math.sqrt(2 * math.pi) * X),
        (r"-z^2", -(Z**2)),
        (r"-x^{-1}", -1 / X),
        (r"x - y - z", X - Y - Z),
        (r"x^{2}y", X**2 * Y),
        (r"x^2\frac{y}{z}", X**2 * Y / Z),
        (r"2x^2 - 3 \cdot 4", 2 * X**2 - 12),
        (r"x \times -y", -X * Y),
        (r"|z|x", abs(Z) * X),
        (r"\left|x - y\right| + |z|", abs(X - Y) + abs(Z)),
        (r"\left[x + y\right]\left(x - y\right)", (X + Y) * (X - Y)),
        (r"\exp(x) + \log(y) + \ln(y)", math.exp(X) + 2 * math.log(Y)),
        (r"\sinh(x)\cosh(x)\tanh(x)", math.sinh(X) * math.cosh(X) * math.tanh(X)),
        (r"1 - \tanh^2 z", 1 - math.tanh(Z) ** 2),
        (r"1 - \tanh^{2}(z)", 1 - math.tanh(Z) ** 2),
        (r"\exp(x)^{2}", math.exp(2 * X)),
        (r"\log x_1 + \log x_{1}", 2 * math.log(2.5)),
        (r"\min(x, y, 0.5) + \max(0, z)", 0.5),
        (r"\Phi(z)", (1 + math.erf(Z / math.sqrt(2))) / 2),
        (r"\phi(z)", math.exp(-Z * Z / 2) / math.sqrt(2 * math.pi)),
        (r"\sigma(z)\,(1 - \sigma(z))", logistic(Z) * (1 - logistic(Z))),
        (r"\sigma'(z)", logistic(Z) * (1 - logistic(Z))),
        (r"\sigma''(0) + 1", 1.0),
        (r"\sigma(2x)^{2}", logistic(2 * X) ** 2),
        (r"\operatorname{half}(x + y)", (X + Y) / 2),
        (r"\tanh'(x)", 1 - math.tanh(X) ** 2),
        (r"x_1 x_{1}", 6.25),
        (r"\lambda\alpha", 1.2),
        (r"x \quad y \; z", X * Y * Z),
        (r"\sum_{j=1}^{3} j^{2} x + y", 14 * X + Y),
        (r"y - \sum_{j=2}^{3} (j + 1) - y", -7.0),
    ],
)
def test_an_expression_has_the_value_that_people_give_it(latex: str, expected: float) -> None:
    assert value(latex) == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"x(1 - x)", X * (1 - X)),
        (r"x_1(1 - x)^{2}", 2.5 * (1 - X) ** 2),
        (r"\alpha\,(e^{x} - 1)", 0.3 * (math.exp(X) - 1)),
        (r"\operatorname{erf}(x)", math.erf(X)),
        (r"\max(5, 100)", 100.0),
        (r"\max(0, x)y", X * Y),
        (r"d x", 3.0 * X),
        (r"i(x + y)", 5.0 * (X + Y)),
        (r"\exp(x)(1 + x)", math.exp(X) * (1 + X)),
    ],
)
def test_what_sympy_alone_reads_wrongly_is_read_rightly(latex: str, expected: float) -> None:
    assert value(latex) == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize(
    ("latex", "message"),
    [
        ("", "cannot read ''"),
        (r"x +", "cannot read 'x +': a sign, a number or a name is missing"),
        (r"x \cdot", r"cannot read 'x \\cdot'"),
        (r"\sqrt{}", "cannot read ''"),
        (r"2 3", r"write \cdot before 3, or put it before the other factor"),
        (r"(x + y) 2", r"write \cdot before 2"),
        (r"e^{x} 2", r"write \cdot before 2"),
        (r"2\frac{1}{2}", r"write \cdot behind 2: it reads as a mixed number"),
        (r"1,234", r"a comma stands only between the arguments of \max and \min"),
        (r"007", "write 007 without the zero in front"),
        (r"{x + y}^{2}", "braces alone do not show; write parentheses"),
        (r"\frac12", r"write braces behind \frac"),
        (r"\frac{x}{y}^{2}", "put the fraction in parentheses before the exponent"),
        (r"\sqrt[3]{x}", r"write braces behind \sqrt"),
        (r"e^-x", "write braces behind ^, unless it is one letter or digit"),
        (r"x^12", "write braces behind ^, unless it is one letter or digit"),
        (r"x^{2}^{3}", "two exponents stand side by side"),
        (r"x^{2}_{1}", "a subscript stands directly behind its letter"),
        (r"x_{a}", "x has the index a; add a line % vector: x"),
        (r"x'(z)", "nothing says what function x is; add a line % uses: x = file.tex"),
        (r"\operatorname{swish}(z)", r"nothing says what function \operatorname{swish} is"),
        (r"\sigma", r"\sigma is a function; write its argument in parentheses"),
        (r"\sigma z", r"\sigma is a function; write its argument in parentheses"),
        (r"\tanh z \cdot y", r"\tanh is a function; write its argument in parentheses"),
        (r"\tanh 2z", r"\tanh is a function; write its argument in parentheses"),
        (r"\tanh z^2", r"\tanh is a function; write its argument in parentheses"),
        (r"\exp -z", r"\exp is a function; write its argument in parentheses"),
        (r"\log_2(x)", r"\log is a function; write its argument in parentheses"),
        (r"\exp{x}", r"\exp is a function; write its argument in parentheses"),
        (r"\tanh^{-1}(x)", r"\tanh to a negative power reads as its inverse function"),
        (r"\tanh(x, y)", r"\tanh does not take 2 arguments"),
        (r"\max(x)", r"\max does not take 1 arguments"),
        (r"\sum_{j} j", r"a sum has an index and both ends: \sum_{j=1}^{K}"),
        (r"\sum^{3}_{j=1} j", r"a sum has an index and both ends: \sum_{j=1}^{K}"),
        (r"\sum_{j=1}^{3}", r"cannot read '\\sum _ { j = 1 } ^ { 3 }'"),
        (r"\sum_{e=1}^{3} e", r"a sum has an index and both ends: \sum_{j=1}^{K}"),
        (r"p + 1", "p is a vector; write it with its index"),
        (r"(x", "( is not closed"),
        (r"(x]", "( is not closed"),
        (r"|x", "| is not closed"),
        (r"x)", ") cannot stand here"),
        (r"x = y", "a second = or a condition stands where a number is expected"),
        (r"x < y", "< cannot stand here"),
        (r"x + \begin{cases} 1 & x > 0 \end{cases}", "cases must be the whole right side"),
    ],
)
def test_what_can_be_misread_is_refused(latex: str, message: str) -> None:
    with pytest.raises(PublishingError) as refusal:
        read(latex)
    assert str(refusal.value).startswith(f"wave.tex:{LINE}: {message}")


def test_the_line_of_a_fault_is_the_line_it_stands_on() -> None:
    with pytest.raises(PublishingError) as refusal:
        read("x + y\n+ z\n+ \\sigma")
    assert refusal.value.line == LINE + 2


def random_expression(rng: np.random.Generator, depth: int) -> tuple[str, float]:
    """Write an expression and compute it, each in its own way."""
    if depth == 0:
        name, number = [("x", X), ("y", Y), (r"x_{1}", 2.5), ("3", 3.0)][rng.integers(4)]
        return name, number
    (first, a), (second, b) = (random_expression(rng, depth - 1) for _ in range(2))
    forms = [
        (f"({first}) + {second}", a + b),
        (f"{first} - ({second})", a - b),
        (f"({first})({second})", a * b),
        (rf"-({first}) \cdot ({second})", -a * b),
        (rf"\frac{{{first}}}{{2 + |({second})|}}", a / (2 + abs(b))),
        (rf"\left({first}\right)^{{2}} - \tanh({second})", a * a - math.tanh(b)),
        (rf"e^{{-\frac{{1}}{{2}} \cdot ({first})^{{2}}}}({second})", math.exp(-a * a / 2) * b),
    ]
    return forms[rng.integers(len(forms))]


@pytest.mark.parametrize("seed", range(8))
def test_random_expressions_have_the_value_they_were_built_with(seed: int) -> None:
    latex, expected = random_expression(np.random.default_rng(seed), depth=3)
    assert value(latex) == pytest.approx(expected, rel=1e-9)
