"""The forward pass as it should be, and with the faults that readers make."""

from collections.abc import Callable

import numpy as np

from guide.exercises.arrays import Array
from guide.exercises.judging import Suspect

Activation = Callable[[Array], Array]
Layers = list[tuple[Array, Array, Activation]]


def put_out(x: Array, layers: Layers) -> list[Array]:
    """Return the inputs, and what every layer puts out."""
    outputs = [x]
    for w, b, g in layers:
        outputs.append(g(outputs[-1] @ w + b))
    return outputs


def _each_from_the_inputs(x: Array, layers: Layers) -> list[Array]:
    return [x, *(g(x @ w + b) for w, b, g in layers)]


def _sums_handed_on(x: Array, layers: Layers) -> list[Array]:
    return put_out(x, [(w, b, lambda z: z) for w, b, _ in layers])


def _sums(x: Array, layers: Layers) -> list[Array]:
    a = put_out(x, layers)
    return [x, *(before @ w + b for before, (w, b, _) in zip(a, layers, strict=False))]


_NO_BIAS = "The bias is missing. Add `b` to the product, before `g`."
_TRANSPOSED = (
    "`w` is transposed. It has a row for each input and a column for each unit, so the rows of `x`"
    " meet its columns as they are: `x @ w`."
)
LAYER_SUSPECTS: tuple[Suspect, ...] = (
    Suspect(_NO_BIAS, lambda x, w, _b, g: g(x @ w)),
    Suspect(
        "The activation is missing: these are the sums. `return g(…)` of them.",
        lambda x, w, b, _g: x @ w + b,
    ),
    Suspect("Bias and activation are missing.", lambda x, w, _b, _g: x @ w),
    Suspect(
        "The bias is added after the activation. It belongs to the sum: `g(x @ w + b)`.",
        lambda x, w, b, g: g(x @ w) + b,
    ),
    Suspect("The bias is subtracted. Add it.", lambda x, w, b, g: g(x @ w - b)),
    Suspect("The activation is applied twice.", lambda x, w, b, g: g(g(x @ w + b))),
    Suspect(
        "This is always the tanh. Apply the activation that is passed in: `g(…)`.",
        lambda x, w, b, _g: np.tanh(x @ w + b),
    ),
    Suspect(
        "This is always the sigmoid. Apply the activation that is passed in: `g(…)`.",
        lambda x, w, b, _g: 1 / (1 + np.exp(-(x @ w + b))),
    ),
    Suspect(
        "This is always a ReLU. Apply the activation that is passed in: `g(…)`.",
        lambda x, w, b, _g: np.maximum(0, x @ w + b),
    ),
    Suspect(
        "Examples stand in columns here. In this guide, rows are examples: `x @ w + b`, without a"
        " transpose.",
        lambda x, w, b, g: g(x @ w + b).T,
    ),
    Suspect(
        "Only the first example is computed. `x @ w` does all rows at once.",
        lambda x, w, b, g: g(x[0] @ w + b),
    ),
    Suspect(_TRANSPOSED, lambda x, w, b, g: g(x @ w.T + b)),
    Suspect(f"{_TRANSPOSED} And the bias is missing.", lambda x, w, _b, g: g(x @ w.T)),
    Suspect(
        "The product stands the wrong way around: `w @ x` is not `x @ w`. The rows of `x` meet the"
        " columns of `w`.",
        lambda x, w, b, g: g(w @ x + b),
    ),
    Suspect(
        "This is the form of books that put examples into columns, `w.T @ x`. Here rows are"
        " examples: `x @ w`.",
        lambda x, w, b, g: g(w.T @ x + b),
    ),
    Suspect(
        "The bias stands upright, so every example gets one, not every unit. Leave it in shape"
        " `(units,)`: `x @ w + b`.",
        lambda x, w, b, g: g(x @ w + b[:, None]),
    ),
    Suspect(
        "`*` multiplies entry by entry. The product of matrices is `@`: `x @ w`.",
        lambda x, w, b, g: g(x * w + b),
    ),
    Suspect(
        "The biases are added up first. Each unit gets its own: `x @ w + b`.",
        lambda x, w, b, g: g(x @ w + b.sum()),
    ),
)
FORWARD_SUSPECTS: tuple[Suspect, ...] = (
    Suspect(
        "`forward` returns the answers alone. Return the list of all: `x`, then what every layer"
        " puts out. The way back will need them.",
        lambda x, layers: put_out(x, layers)[-1],
    ),
    Suspect(
        "The list lacks `x`. Begin it with the inputs, which come into the first layer.",
        lambda x, layers: put_out(x, layers)[1:],
    ),
    Suspect(
        "The last layer is missing in the list.",
        lambda x, layers: put_out(x, layers)[:-1],
    ),
    Suspect(
        "The list is back to front. `x` comes first, the answers come last.",
        lambda x, layers: put_out(x, layers)[::-1],
    ),
    Suspect(
        "The list holds the sums. Each layer puts out `g` of its sums, and that is what belongs"
        " there.",
        _sums,
    ),
    Suspect(
        "The activations are missing: each layer hands on its sums. Apply the `g` of each layer.",
        _sums_handed_on,
    ),
    Suspect(
        "Every layer gets `x`. Only the first does: each one after it gets what the one before puts"
        " out, the last entry of the list.",
        _each_from_the_inputs,
    ),
    Suspect(
        "Each entry of the list is the last one: it is one array, changed again and again. Make a"
        " new one in each turn: `a = layer(a, …)`.",
        lambda x, layers: [put_out(x, layers)[-1]] * (len(layers) + 1),
    ),
    Suspect(
        "The biases are missing. Hand `b` to `layer`, too.",
        lambda x, layers: put_out(x, [(w, 0 * b, g) for w, b, g in layers]),
    ),
    Suspect(
        "All layers use the activation of the first. Each has its own.",
        lambda x, layers: put_out(x, [(w, b, layers[0][2]) for w, b, _ in layers]),
    ),
    Suspect(
        "The first layer is missing: begin with `layers[0]`.",
        lambda x, layers: put_out(x, layers[1:]),
    ),
)
