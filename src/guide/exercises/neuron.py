"""Checks of the exercise "A neuron": the sigmoid of a weighted sum, in plain Python."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from numbers import Real

from guide.exercises.judging import Fault, Suspect, Written, convict, described, judged

Numbers = Sequence[float]
Case = tuple[list[float], list[float], float]

CASES: tuple[Case, ...] = (  # no two faults answer them alike
    ([0.5, -1.25, 2.0], [1.5, 0.75, -0.5], 0.8),
    ([1.0, -2.0], [0.3, 0.7], 1.9),
    ([0.2, -0.7, 1.1, 0.4], [-0.6, 0.9, 0.8, -1.3], -0.25),
    ([2.0], [-1.1], 2.85),
)


_HINTS = {
    "index out of range": "There may be any number of inputs: `for value, weight in zip(x, w):`.",
    "name 'math'": "`import math` must stand on top.",
}


@judged
def check(space: Mapping[str, object]) -> Iterator[str]:
    """Check `neuron(x, w, b)`."""
    todo = "Add up each input times its weight, add the bias, and `return` the sigmoid of that sum."
    neuron = Written(space, "neuron(x, w, b)", todo, _HINTS)
    answers = [_number(neuron(*case)) for case in CASES]
    yield "It returns one number, and leaves its arguments as they were."
    if not _alike(answers, _right):
        convict(SUSPECTS, lambda wrong: _alike(answers, wrong))
        raise Fault(_difference(answers))
    if [_number(neuron(*case)) for case in CASES] != answers:
        raise Fault(
            "Called again with the same arguments, it answers differently. It keeps something from"
            " one call to the next: let the sum begin inside of the function."
        )
    yield "Sum, bias and sigmoid are right, for any number of inputs."


def sigmoid(z: float) -> float:
    """Return 1 / (1 + e^-z), in another way than readers do: they can change `math.exp`."""
    return (1 + math.tanh(z / 2)) / 2


def dot(x: Numbers, w: Numbers) -> float:
    """Return the sum of each input times its weight."""
    return sum(a * b for a, b in zip(x, w, strict=True))


def _right(x: Numbers, w: Numbers, b: float) -> float:
    return sigmoid(dot(x, w) + b)


def _number(answer: object) -> float:
    if isinstance(answer, bool):
        raise Fault(
            "`neuron` answers True or False, as the step does. The sigmoid gives a number between"
            " 0 and 1: `1 / (1 + math.exp(-z))`."
        )
    if not isinstance(answer, Real):
        raise Fault(f"`neuron` should return one number. It returns {described(answer)}.")
    try:
        return float(answer)
    except OverflowError as error:
        raise Fault("`neuron` answers with a number larger than any float.") from error


def _alike(answers: Numbers, function: Callable[..., float]) -> bool:
    return all(
        math.isclose(answer, function(*case), rel_tol=1e-9, abs_tol=1e-12)
        for answer, case in zip(answers, CASES, strict=True)
    )


def _difference(answers: Numbers) -> str:
    pairs = zip(CASES, answers, strict=True)
    case, answer = next(pair for pair in pairs if not math.isclose(pair[1], _right(*pair[0])))
    x, w, b = case
    return (
        f"`neuron({x}, {w}, {b})` gives {answer:.4g}, and should give {_right(*case):.4g}. There,"
        f" the products add up to {dot(x, w):.4g}, and with the bias to {dot(x, w) + b:.4g}."
    )


_TURNED = (
    "The sign of the sum is turned somewhere: where the answer should be near 1, it is near 0. In"
    " the sigmoid, the power is of minus z: `math.exp(-z)`."
)
_BESIDE = (
    "The sigmoid is 1 over the whole of 1 + e^(-z). Python divides before it adds: put the sum in"
    " parentheses, `1 / (1 + math.exp(-z))`."
)
SUSPECTS: tuple[Suspect, ...] = (
    Suspect(
        "`neuron` returns the weighted sum itself. The activation is missing: `return` the sigmoid"
        " of the sum.",
        lambda x, w, b: dot(x, w) + b,
    ),
    Suspect(
        "`neuron` returns the products added up. The bias and the activation are missing.",
        lambda x, w, _b: dot(x, w),
    ),
    Suspect(
        "The bias is missing: the sum is that of the products alone. Add `b` once, before the"
        " sigmoid.",
        lambda x, w, _b: sigmoid(dot(x, w)),
    ),
    Suspect(
        "The bias is subtracted. It is minus the threshold, so it is added: `+ b`.",
        lambda x, w, b: sigmoid(dot(x, w) - b),
    ),
    Suspect(
        "The bias is added once for every input. Add it once, before or after the loop.",
        lambda x, w, b: sigmoid(dot(x, w) + len(x) * b),
    ),
    Suspect(
        "The bias is added in every turn of the loop, and once more. Once is enough.",
        lambda x, w, b: sigmoid(dot(x, w) + (len(x) + 1) * b),
    ),
    Suspect(
        "The bias is added after the sigmoid. It belongs into the sum: the sigmoid comes last.",
        lambda x, w, b: sigmoid(dot(x, w)) + b,
    ),
    Suspect(_TURNED, lambda x, w, b: sigmoid(-dot(x, w) - b)),
    Suspect(_BESIDE, lambda x, w, b: 1 + math.exp(-dot(x, w) - b)),
    Suspect(
        "Only the first input counts. Does `return` stand inside of the loop? Then the loop ends"
        " in its first turn.",
        lambda x, w, b: sigmoid(x[0] * w[0] + b),
    ),
    Suspect(
        "Only the last input counts. Each turn of the loop must add to the sum, `z += …`; `z = …`"
        " begins anew.",
        lambda x, w, b: sigmoid(x[-1] * w[-1] + b),
    ),
    Suspect(
        "Only the last input counts, and the bias is lost. Each turn of the loop must add to the"
        " sum, `z += …`; `z = …` begins anew.",
        lambda x, w, _b: sigmoid(x[-1] * w[-1]),
    ),
    Suspect(
        "From the third input on, inputs are ignored. Go through all of them, however many there"
        " are: `for a, weight in zip(x, w)`.",
        lambda x, w, b: sigmoid(dot(x[:2], w[:2]) + b),
    ),
    Suspect(
        "The last input is ignored. `range(len(x))` reaches all of them, `range(len(x) - 1)` does"
        " not.",
        lambda x, w, b: sigmoid(dot(x[:-1], w[:-1]) + b),
    ),
    Suspect(
        "The first input is ignored. Python counts from 0: `range(len(x))` begins there.",
        lambda x, w, b: sigmoid(dot(x[1:], w[1:]) + b),
    ),
    Suspect(
        "The weights are not used: inputs are added as they are. Multiply each by its weight.",
        lambda x, _w, b: sigmoid(sum(x) + b),
    ),
    Suspect(
        "Inputs and weights are added to each other. Multiply each input by its weight.",
        lambda x, w, b: sigmoid(sum(x) + sum(w) + b),
    ),
    Suspect(
        "Every input is multiplied by every weight. The first belongs to the first, the second to"
        " the second: one loop over `zip(x, w)`.",
        lambda x, w, b: sigmoid(sum(x) * sum(w) + b),
    ),
    Suspect(
        "The sum is divided by the number of inputs. A neuron adds up, it takes no mean.",
        lambda x, w, b: sigmoid(dot(x, w) / len(x) + b),
    ),
    Suspect(
        "The sigmoid is applied to every product, and then they are added. First the whole sum,"
        " with the bias; then the sigmoid, once.",
        lambda x, w, b: sum(sigmoid(a * c) for a, c in zip(x, w, strict=True)) + b,
    ),
    Suspect(
        "The sigmoid is applied twice. Once is enough.", lambda x, w, b: sigmoid(_right(x, w, b))
    ),
    Suspect(
        "`neuron` answers 0 or 1, as the step does. The sigmoid gives a number between them:"
        " `1 / (1 + math.exp(-z))`.",
        lambda x, w, b: float(dot(x, w) + b >= 0),
    ),
    Suspect(
        "This is the tanh of the sum, which runs from -1 to 1. The sigmoid runs from 0 to 1.",
        lambda x, w, b: math.tanh(dot(x, w) + b),
    ),
    Suspect(
        "This is a ReLU. The task asks for the sigmoid.", lambda x, w, b: max(0.0, dot(x, w) + b)
    ),
    Suspect(
        "The answer is rounded. Return it as it is; `print` may round.",
        lambda x, w, b: round(_right(x, w, b), 2),
    ),
)
