"""An equation file passes if its LaTeX equals the package, and says what is wrong if not."""

import re
from pathlib import Path

import pytest

from guide.errors import PublishingError
from guide.publishing.equations import EquationCheck, check_equation

SIGMOID = r"""% value: nnbyhand.sigmoid(z)
\sigma(z) = \frac{1}{1 + e^{-z}}
"""
RELU = r"""% value: nnbyhand.relu(z)
\operatorname{ReLU}(z) = \max(0, z)
"""
ELU = r"""% value: nnbyhand.ELU(alpha=alpha)(z)
% where: alpha in [0.1, 2]
\operatorname{ELU}(z) = \begin{cases}
  z & \text{if } z > 0 \\
  \alpha\,(e^{z} - 1) & \text{otherwise}
\end{cases}
"""
SOFTMAX = r"""% value: nnbyhand.softmax(z)
% vector: z
\operatorname{softmax}(z)_{i} = \frac{e^{z_{i}}}{\sum_{j=1}^{K} e^{z_{j}}}
"""


class Book:
    """A folder of equation files."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.chapter = root / "snippets" / "waves"
        self.chapter.mkdir(parents=True)

    def add(self, name: str, text: str) -> Path:
        path = self.chapter / name
        path.write_text(text, encoding="utf-8")
        return path

    def check(self, text: str) -> EquationCheck:
        return check_equation(self.add("wave.tex", text), self.root)

    def refusal(self, text: str) -> str:
        with pytest.raises(PublishingError) as refusal:
            self.check(text)
        return str(refusal.value)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    book = Book(tmp_path)
    book.add("sigmoid.tex", SIGMOID)
    book.add("relu.tex", RELU)
    book.add("elu.tex", ELU)
    book.add("softmax.tex", SOFTMAX)
    return book


RIGHT = {
    "sigmoid": SIGMOID,
    "far from zero": SIGMOID.replace("\n", "\n% where: z in [-700, 700]\n", 1),
    "max": RELU,
    "cases": ELU,
    "softmax": SOFTMAX,
    "mean with a bare index": r"""% value: numpy.mean(nnbyhand.linear(x), axis=-1)
% vector: x
\mu = \frac{1}{n} \sum_{i=1}^{n} x_i
""",
    "two sums": r"""% value: nnbyhand.linear(x).sum(-1) * y.sum(-1)
% vector: x, y
s = \sum_{i=1}^{K} \sum_{j=1}^{K} x_{i} y_{j}
""",
    "uses another file": r"""% value: nnbyhand.silu(z)
% uses: \sigma = sigmoid.tex
\operatorname{SiLU}(z) = z\,\sigma(z)
""",
    "derivative by itself": r"""% derivative: nnbyhand.sigmoid.derivative(z) of sigmoid.tex
% uses: \sigma = sigmoid.tex
\sigma'(z) = \sigma(z)\,\left(1 - \sigma(z)\right)
""",
    "derivative as a fraction": r"""% derivative: nnbyhand.sigmoid.derivative(z) of sigmoid.tex
\frac{d\sigma}{dz} = \frac{e^{-z}}{(1 + e^{-z})^2}
""",
    "derivative of cases": r"""% derivative: nnbyhand.ELU(alpha=alpha).derivative(z) of elu.tex
% where: alpha in [0.1, 2]
\operatorname{ELU}'(z) = \begin{cases} 1 & z > 0 \\ \alpha e^{z} & z \le 0 \end{cases}
""",
    "derivative with a kink": r"""% derivative: nnbyhand.relu.derivative(z) of relu.tex
\operatorname{ReLU}'(z) = \begin{cases} 1 & z > 0 \\ 0 & z \leq 0 \end{cases}
""",
    "identity": r"""% identity
% uses: \sigma = sigmoid.tex
\sigma(-z) = 1 - \sigma(z)
""",
    "identity of cases": r"""% identity
\max(x, 2) = \begin{cases} x & x > 2 \\ 2 & \text{for } x \le 2 \end{cases}
""",
    "identity of vectors": r"""% identity
% vector: z
\frac{e^{z_i + c}}{\sum_{j=1}^{K} e^{z_j + c}} = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}
""",
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT.keys())
def test_a_right_equation_passes(book: Book, text: str) -> None:
    check = book.check(text)
    assert check.inputs == 1000
    assert check.largest_difference < 1e-13


WRONG = [
    # a wrong sign, and the message in full
    (
        SIGMOID.replace("e^{-z}", "e^{z}"),
        (
            r"2: the equation gives 0\.\d+ at z = -?[\d.]+, nnbyhand\.sigmoid gives 0\.\d+:"
            r" largest difference 0\.\d+"
        ),
    ),
    (SIGMOID.replace("1 +", "1 -"), "2: the equation gives "),
    (SIGMOID.replace("{1}", "{1.000000001}"), r"2: .* largest difference 9\.\d+e-10"),
    (RELU.replace("max", "min"), "2: the equation gives "),
    # branches swapped, overlapping, missing
    (ELU.replace("z > 0", "z < 0"), "3: the equation gives .* at alpha = .*, z = "),
    (ELU.replace("z > 0", "z > 0.000001"), "3: the equation gives .* z = 1e-06, nnbyhand.ELU"),
    (ELU.replace(r"\text{otherwise}", r"z \ge -1"), "3: two cases hold at alpha = "),
    (ELU.replace(r"\text{otherwise}", "z < 0"), "3: the equation gives nan at alpha = .*, z = 0, "),
    # right everywhere but close beside the place where the cases meet
    (
        r"""% value: nnbyhand.linear(z) * (z > 2e-6)
w(z) = \begin{cases} z & z > 0 \\ 0 & z \le 0 \end{cases}
""",
        "2: the equation gives 1e-06 at z = 1e-06, ",
    ),
    # sums that begin or end one too early, and one index for another
    (SOFTMAX.replace("}^{K}", "}^{K - 1}"), r"3: the equation gives .* at z = \(.*\), entry \d,"),
    (SOFTMAX.replace("j=1", "j=2"), "3: the equation gives "),
    (SOFTMAX.replace("j=1", "j=0"), r"3: with 4 entries there is no z_\{0\}"),
    (SOFTMAX.replace("}^{K}", "}^{K + 1}"), r"3: with 4 entries there is no z_\{5\}"),
    (SOFTMAX.replace("e^{z_{j}}", "e^{z_{i}}"), "3: the equation gives "),
    (SOFTMAX.replace("e^{z_{i}}", "e^{z_{k}}"), "3: the index k is neither summed over nor on the"),
    (SOFTMAX.replace("z_{j}", "z"), "3: z is a vector; write it with its index"),
    (SOFTMAX.replace("% vector: z\n", ""), "2: z has the index i; add a line % vector: z"),
    (SOFTMAX.replace("vector: z", "vector: z, y"), "2: y does not stand in the equation"),
    (SOFTMAX.replace("^{K}", "^{z_{1}}"), "3: the sum over j does not run between whole numbers"),
    # derivatives: right for the package but of another function, wrong factor, wrong name
    (
        RIGHT["derivative as a fraction"].replace("of sigmoid.tex", "of silu.tex"),
        r"2: the equation gives .*, the derivative of \\sigma gives ",
    ),
    (
        RIGHT["derivative with a kink"].replace("0 & z", "-1 & z"),
        "2: the equation gives -1 at z = ",
    ),
    (
        RIGHT["derivative with a kink"].replace(r"> 0 \\", r"\ge 0 \\").replace(r"\leq", "<"),
        "2: .* z = 0",
    ),
    (RIGHT["derivative as a fraction"].replace("^2", "^3"), "2: the equation gives "),
    (
        RIGHT["derivative as a fraction"].replace(r"d\sigma", r"d\tau"),
        r"2: the left side is no deri",
    ),
    (RIGHT["derivative by itself"].replace("'", ""), r"3: the left side is no deriv"),
    (RIGHT["uses another file"].replace("z\\,", "z +"), "3: the equation gives "),
    (RIGHT["identity"].replace("1 -", "2 -"), "3: the left side gives .*, the right side gives "),
    (RIGHT["identity"].replace("1 -", "z -"), "3: the left side gives "),
    (RIGHT["identity of cases"].replace(r"\le", "<"), "2: .* at x = 2, the right side gives nan"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_a_wrong_equation_is_refused_with_the_input(book: Book, text: str, message: str) -> None:
    other = SIGMOID.replace("nnbyhand.sigmoid(z)", "nnbyhand.silu(z)").replace("{1}", "{z}")
    book.add("silu.tex", other)
    assert re.match(f"snippets/waves/wave.tex:{message}", book.refusal(text))
