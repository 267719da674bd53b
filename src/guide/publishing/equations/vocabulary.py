"""What may stand in an equation. Anything else is refused, never skipped."""


def _commands(names: str) -> frozenset[str]:
    return frozenset(f"\\{name}" for name in names.split())


GREEK = _commands(
    "alpha beta gamma delta epsilon varepsilon zeta eta theta kappa lambda mu nu xi pi rho sigma"
    " tau phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega"
)
FUNCTIONS = _commands("exp log ln sinh cosh tanh max min")
FRACTIONS = _commands("frac dfrac tfrac")
SPACING = _commands("quad qquad left right , ; : !") | {r"\ "}
RELATIONS = _commands("le leq ge geq") | {"<", ">", "="}
CONDITION_WORDS = frozenset({r"\text{if }", r"\text{for }"})
OTHERWISE = r"\text{otherwise}"
OPENING = {"(": ")", "[": "]", "{": "}", r"\begin{cases}": r"\end{cases}"}

COMPUTED = (
    GREEK
    | FUNCTIONS
    | FRACTIONS
    | SPACING
    | RELATIONS
    | CONDITION_WORDS
    | {OTHERWISE, r"\operatorname{name}", r"\begin{cases}", r"\end{cases}", r"\\", "&"}
    | _commands("sqrt sum cdot times")
    | set("()[]{}|,+-^_'")
)
"""For equations that are computed: all of this is understood where it makes sense."""

TRANSCRIBED = (
    COMPUTED
    | _commands("partial nabla top odot in ne neq approx infty circ prod to hat bar tilde mathbb")
    | _commands("boldsymbol ldots cdots vdots ddots lVert rVert mid")
    | {r"\text{word}", r"\mathrm{word}", r"\mathbf{word}"}
    | {f"\\{edge}{{{name}}}" for edge in ("begin", "end") for name in ("aligned", "bmatrix")}
    | set("/.;:!*")
)
"""For equations that are only displayed, while a Python file computes them."""
