"""Checks of the exercise "Draw activations": two of them, their slopes, and a drawing of all."""

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from guide.exercises.arrays import Array, answers_of, array_of, require_equal, require_shape
from guide.exercises.judging import Fault, Suspect, Written, judged, kind
from guide.exercises.slopes import RELU, RELU_SLOPE, SIGMOID, SIGMOID_SLOPE
from nnbyhand.drawing import Drawing

_HINTS = {
    "name 'np'": "`import numpy as np` must stand on top.",
    "truth value of an array": (
        "`if`, `max` and `and` want one answer, and an array has many. `np.maximum`, `np.where` and"
        " comparisons go entry by entry."
    ),
    "only 0-dimensional arrays": "`math` knows single numbers only. Use `np.exp` for arrays.",
    "only length-1 arrays": "`math` knows single numbers only. Use `np.exp` for arrays.",
    "only size-1 arrays": "`math` knows single numbers only. Use `np.exp` for arrays.",
    "out of bounds": "The second argument of `np.max` is an axis. `np.maximum(0, z)` compares.",
    "interpreted as an integer": (
        "The second argument of `np.max` is an axis. `np.maximum(0, z)` compares."
    ),
    "unexpected keyword": "Look at the call once more: the arguments are written differently.",
}
_CURVE = re.compile(
    r"(?P<name>.+?) goes from (?P<first>\S+) to (?P<last>\S+?)(?:, with gaps)?\.(?: |$)"
)


@judged
def check(space: Mapping[str, object]) -> Iterator[str]:
    """Check the four functions and the drawing."""
    yield from _check_function(space, "sigmoid", *SIGMOID)
    yield from _check_function(space, "sigmoid_slope", *SIGMOID_SLOPE)
    yield from _check_function(space, "relu", *RELU)
    yield from _check_function(space, "relu_slope", *RELU_SLOPE)
    yield from _check_drawing(space)


def _check_function(
    space: Mapping[str, object],
    name: str,
    right: Callable[[Array], Array],
    todo: str,
    suspects: Sequence[Suspect],
) -> Iterator[str]:
    function = Written(space, f"{name}(z)", todo, _HINTS)
    cases = [(z,) for z in _sums()]
    for answer, (z,) in zip(answers_of(function, cases, suspects), cases, strict=True):
        given = f"`{name}` of {'whole numbers' if z.dtype == int else 'sums'} {z.shape}"
        array = array_of(answer, given)
        require_shape(array, z.shape, given, "it answers entry by entry, and keeps the shape.")
        _require_numbers(answer, name)
        at = f"`{name}` of {_listed(z)}, at place "
        require_equal(array, right(z), at)
    yield f"`{name}` is right: below zero, at zero, above, and very far out."


def _sums() -> tuple[Array, ...]:
    some = np.array([-2.5, -0.3, 0.0, 0.7, 3.1])
    return (
        some,
        np.random.default_rng(0).normal(scale=2, size=(3, 4)),
        np.array([-2, -1, 0, 1, 3]),
        np.array([-1000.0, -30.0, 0.0, 30.0, 1000.0]),
    )


def _require_numbers(answer: object, name: str) -> None:
    if np.asarray(answer).dtype == bool:
        raise Fault(
            f"`{name}` answers True and False. Make numbers of them:"
            f" `np.where(z > 0, 1.0, 0.0)`, or `(z > 0).astype(float)`."
        )


def _listed(z: Array) -> str:
    return str(z.tolist()) if z.ndim == 1 else f"shape {z.shape}"


def _check_drawing(space: Mapping[str, object]) -> Iterator[str]:
    drawing = space.get("drawing")
    if not isinstance(drawing, Drawing):
        has = f"It is {kind(drawing)} so far." if "drawing" in space else "There is none so far."
        raise Fault(
            "Keep what `draw_curves` returns under the name `drawing`:"
            f" `drawing = draw_curves(z, {{…}}, title=…)`. {has}"
        )
    z = array_of(space.get("z"), "`z`, where the curves are taken,")
    pieces = re.search(r"<desc>(.*?)</desc>", drawing.svg, re.DOTALL)
    drawn = {
        match["name"]: (float(match["first"]), float(match["last"]))
        for match in _CURVE.finditer(html.unescape(pieces[1]) if pieces else "")
    }
    if not drawn:
        raise Fault("The drawing shows no curves. Make it with `draw_curves`.")
    for name, (function, *_) in _CURVES.items():
        _require_curve(name, drawn, function(z))
    yield "The drawing shows four curves, each under its name."


_CURVES = {
    "sigmoid": SIGMOID,
    "sigmoid slope": SIGMOID_SLOPE,
    "ReLU": RELU,
    "ReLU slope": RELU_SLOPE,
}


def _require_curve(name: str, drawn: Mapping[str, tuple[float, float]], right: Array) -> None:
    if name not in drawn:
        raise Fault(f"The drawing has no curve named {name!r}. It has {', '.join(drawn)}.")
    ends = float(right[0]), float(right[-1])
    if not np.allclose(drawn[name], ends, rtol=6e-3, atol=1e-6):
        raise Fault(
            f"The curve {name!r} goes from {drawn[name][0]:.3g} to {drawn[name][1]:.3g}. Over your"
            f" `z`, it should go from {ends[0]:.3g} to {ends[1]:.3g}: was another function drawn"
            " under this name?"
        )
