"""The tables of the chapter on backpropagation, built from what its experiments compute."""

from collections.abc import Iterator

import numpy as np
from jaxtyping import Float

from guide.chapters.backpropagation.experiments.slips import slips as measured_slips
from guide.chapters.backpropagation.experiments.worked import (
    output_errors as measured_output_errors,
)
from guide.chapters.backpropagation.experiments.worked import worked
from guide.experiments.two_switches import EXAMPLE, PARAMETERS, TARGET
from guide.tables.numerals import bracketed, short
from guide.tables.table import Table
from nnbyhand.shapes import Array

HIDDEN = ("hidden 1", "hidden 2")
SLIPS = {
    "none": "none",
    "mask": "A. `a >= 0` as the slope of ReLU",
    "transpose": "B. `delta @ W` without `.T`",
    "early": "C. weights moved before use",
    "sum": "D. no division by m",
}
"""How the page names each mistake."""

CHAOTIC: tuple[str, ...] = ("mask",)
"""Mistakes with which the last bit of a sum decides for some of the networks whether they learn."""


def worked_example() -> Table:
    """Lay out every number of the worked example, in the order in which it is computed."""
    rows = (*_forward_rows(), *_backward_rows(), *_parameter_rows())
    return Table(("Number", "Value", "How", "By nudging"), rows)


def output_errors() -> Table:
    """Compare the plain error with nudges, for pairs of output and loss."""
    rows = tuple(
        (
            each.activation,
            each.loss,
            f"`{each.formula}`",
            _number(each.plain),
            _number(each.nudged),
            "agree" if each.passes else "**differ**",
        )
        for each in measured_output_errors()
    )
    columns = ("Output", "Loss", "Slope at z", "a − y", "Nudged", "These two")
    return Table(columns, rows)


def slips() -> Table:
    """Say for each mistake how wrong the first gradient is and how many starts still learn."""
    found = measured_slips()
    rows = tuple(
        (SLIPS[slip], _share(outcome.learned, slip), _percent(outcome.error))
        for slip, outcome in found.outcomes.items()
    )
    columns = ("Mistake", "Learn it", "First gradient off by")
    return Table(columns, rows)


def _share(percent: float, slip: str) -> str:
    return f"about {round(percent, -1):.0f}%" if slip in CHAOTIC else f"{percent:.0f}%"


def _forward_rows() -> Iterator[tuple[str, ...]]:
    found, x = worked(), EXAMPLE[0]
    w1, b1, w2, b2 = PARAMETERS[:4].reshape(2, 2), PARAMETERS[4:6], PARAMETERS[6:8], PARAMETERS[8]
    for unit, name in enumerate(HIDDEN):
        terms = _sum_of_products(x, w1[:, unit], b1[unit])
        yield f"{name}: $z$", _number(found.z1[unit]), terms, ""
        yield f"{name}: $a$", _number(found.a1[unit]), f"sigmoid({short(found.z1[unit])})", ""
    yield "output: $z$", _number(found.z2), _sum_of_products(found.a1, w2, b2), ""
    yield "output: $a$", _number(found.a2), f"sigmoid({short(found.z2)})", ""
    yield "loss", _number(found.loss), f"−log({_number(found.a2)})", ""


def _backward_rows() -> Iterator[tuple[str, ...]]:
    found, w2 = worked(), PARAMETERS[6:8]
    delta2 = _number(found.delta2)
    how = f"{_number(found.a2)} − {short(TARGET.item())}"
    yield r"output: $\delta$", f"**{delta2}**", how, ""
    for unit, name in enumerate(HIDDEN):
        arriving, a = _number(found.arriving[unit]), _number(found.a1[unit])
        yield f"{name}: arriving", arriving, f"{delta2} · {bracketed(w2[unit])}", ""
        how = f"{arriving} · {a} · (1 − {a})"
        yield rf"{name}: $\delta$", f"**{_number(found.delta1[unit])}**", how, ""


def _parameter_rows() -> Iterator[tuple[str, ...]]:
    found = worked()
    inputs = [*np.repeat(EXAMPLE[0], 2), None, None, *found.a1, None]
    deltas = [*found.delta1, *found.delta1, *found.delta1, *[found.delta2] * 3]
    names = [f"switch {n} to {unit}" for n in (1, 2) for unit in HIDDEN]
    names += [f"bias of {unit}" for unit in HIDDEN]
    names += [f"{unit} to output" for unit in HIDDEN] + ["bias of output"]
    order = (6, 7, 8, 0, 1, 2, 3, 4, 5)  # from the output back, as backpropagation finds them
    for n in order:
        into, delta = inputs[n], _number(deltas[n])
        how = delta if into is None else f"{short(into)} · {bracketed(deltas[n])}"
        yield names[n], _number(found.gradient[n]), how, _number(found.nudged[n])


def _percent(quartiles: Float[Array, "3"]) -> str:
    """Write the median in percent, and the quartiles around it where they differ."""
    low, median, high = (f"{share:.0%}" for share in quartiles)
    return median if low == high else f"{median} ({low} to {high})"


def _sum_of_products(values: np.ndarray, weights: np.ndarray, bias: float) -> str:
    products = (f"{short(x)} · {bracketed(w)}" for x, w in zip(values, weights, strict=True))
    sign = "−" if bias < 0 else "+"
    return f"{' + '.join(products)} {sign} {short(abs(bias))}"


def _number(number: float) -> str:
    """Write four decimals, and no sign before zero."""
    return f"{round(float(number), 4) + 0.0:.4f}".replace("-", "−")
