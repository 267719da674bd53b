"""Checks of the exercise "Classify flowers": split, scale, accuracy, and all of it together."""

from collections.abc import Iterator, Mapping

import numpy as np

import nnbyhand as nn
from guide.exercises.arrays import Array, answers_of, array_of, require_equal, require_shape
from guide.exercises.judging import Fault, Written, judged, kind
from guide.exercises.measures import ACCURACY, ACCURACY_TODO, SCALE, SCALE_TODO, accuracy, scale
from guide.exercises.parts import PARTS, require_parts
from guide.exercises.whole_way import Seen, watched

_HINTS = {
    "probabili": "Logits go in as they are: `nn.cross_entropy_from_logits` applies the softmax.",
}
_BETTER_THAN_A_GUESS = 0.8


@judged
def check(space: Mapping[str, object]) -> Iterator[str]:
    """Check `split`, `scale`, `accuracy` and `classify`."""
    yield from _check_split(space)
    yield from _check_scale(space)
    yield from _check_accuracy(space)
    yield from _check_classify(space)


def _check_split(space: Mapping[str, object]) -> Iterator[str]:
    todo = f"Shuffle, cut off a fifth, and `return {', '.join(PARTS)}`."
    split = Written(space, "split(x, y, rng)", todo)
    x = np.arange(60.0).reshape(20, 3) ** 1.5
    y = np.repeat([0, 1, 2], [10, 5, 5])  # sorted, as tables often are
    rngs = map(np.random.default_rng, (1, 2, 1))
    orders = [require_parts(split(x, y, rng), x, y) for rng in rngs]
    if orders[0] != orders[2]:
        raise Fault(
            "With the same `rng`, the parts are others each time. Draw the order from the `rng`"
            " that is passed in: `rng.permutation(len(x))`."
        )
    if orders[0] == orders[1]:
        raise Fault("Another `rng` gives the same parts. Draw the order from it.")
    yield "`split` shuffles, keeps inputs and labels together, and no row is in both parts."


def _check_scale(space: Mapping[str, object]) -> Iterator[str]:
    scale_ = Written(space, "scale(x_train, x_validation)", SCALE_TODO)
    rng = np.random.default_rng(3)
    cases = [
        (rng.normal(5, (1, 20, 0.1), (12, 3)), rng.normal(6, (2, 10, 0.2), (4, 3))),
        (rng.normal(-2, (3, 1), (8, 2)), rng.normal(0, (1, 4), (5, 2))),
    ]
    for answer, case in zip(answers_of(scale_, cases, SCALE), cases, strict=True):
        if not isinstance(answer, list | tuple) or len(answer) != len(case):
            raise Fault(f"`scale` should return both parts, scaled. It returns {kind(answer)}.")
        for name, part, right, given in zip(
            ("training", "validation"), answer, scale(*case), case, strict=True
        ):
            array = array_of(part, f"The scaled {name} part")
            require_shape(array, given.shape, f"The scaled {name} part", "as it came.")
            require_equal(array, right, f"The scaled {name} part, at place ")
    yield "`scale` measures the training part, and scales both by what it measured."


def _check_accuracy(space: Mapping[str, object]) -> Iterator[str]:
    accuracy_ = Written(space, "accuracy(logits, y)", ACCURACY_TODO)
    cases = [_logits(11, 3, seed=1), _logits(7, 5, seed=2)]
    square = _logits(9, 9, seed=3)
    for answer, case in zip(answers_of(accuracy_, cases, ACCURACY, square), cases, strict=True):
        array = array_of(answer, "The accuracy")
        require_shape(array, (), "The accuracy", "it is one number, the mean over all rows.")
        require_equal(array, np.array(accuracy(*case)), "The accuracy")
    yield "`accuracy` is the share of rows whose largest logit is that of their label."


def _logits(rows: int, classes: int, seed: int) -> tuple[Array, Array]:
    """Return whole numbers, so that a logit can be taken for a label; the largest stands on top."""
    rng = np.random.default_rng(seed)
    y = rng.integers(0, classes, rows)
    logits = rng.permuted(np.tile(np.arange(classes), (rows, 1)), axis=1)
    right = np.arange(0, rows, 2)
    logits[right, y[right]] = classes
    logits[0, y[1]] = 2 * classes
    return logits.astype(float), y


def _check_classify(space: Mapping[str, object]) -> Iterator[str]:
    todo = "Split, scale, train, and `return` the accuracy on the validation rows."
    classify = Written(space, "classify(x, y, rng)", todo, _HINTS)
    data = nn.iris()
    for seed in (0, 1):
        with watched(classify.function) as seen:
            answer = classify(data.x, data.y, np.random.default_rng(seed))
        share = _share(answer)
        seen.require_right_way(data.x, data.y)
        _require_right_rows(seen, share)
        if share < _BETTER_THAN_A_GUESS:
            raise Fault(
                f"Only {share:.0%} of the validation flowers are right, where a third would be a"
                " guess. Is the network that you ask the trained one, `result.network`? Does it"
                " train for enough epochs?"
            )
    yield "`classify` learns from the training rows alone, and is judged by the others."


def _share(answer: object) -> float:
    array = array_of(answer, "What `classify` returns")
    require_shape(array, (), "What `classify` returns", "return the accuracy, one number.")
    return float(array)


def _require_right_rows(seen: Seen, share: float) -> None:
    if not seen.judged:
        raise Fault("`classify` never calls `accuracy`. It is there to judge the validation rows.")
    values = [value for _, value in seen.judged]
    if share not in values:
        raise Fault("Return what `accuracy` says of the validation rows, as it is.")
    labels: Array = next(labels for labels, value in reversed(seen.judged) if value == share)
    if seen.is_train(labels) and not seen.is_validation(labels):
        raise Fault(
            "This is the accuracy on the training rows. Those it has seen: judge it by"
            " `x_validation` and `y_validation`."
        )
    if not seen.is_validation(labels):
        raise Fault("`accuracy` gets other labels than `y_validation`. Hand it those.")
