"""Watches `classify` on its way: what is split, scaled, learned from and judged."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np

import nnbyhand as nn
from guide.exercises.arrays import Array
from guide.exercises.judging import Fault
from guide.exercises.stand_ins import names_of, standing_in


@dataclass
class Seen:
    """What went through the reader's functions, and into the training.

    Attributes:
        split: What `split` got and gave.
        scaled: What `scale` got and gave.
        trained: The inputs and labels that `nn.train` got.
        judged: The labels that `accuracy` got, and what it said.
    """

    split: list[tuple[Any, Any]] = field(default_factory=list)
    scaled: list[tuple[Any, Any]] = field(default_factory=list)
    trained: list[tuple[Array, Array]] = field(default_factory=list)
    judged: list[tuple[Array, float]] = field(default_factory=list)

    def is_train(self, labels: Array) -> bool:
        """Say whether these are the labels of the training part."""
        return np.array_equal(labels, self.split[-1][1][1])

    def is_validation(self, labels: Array) -> bool:
        """Say whether these are the labels of the validation part."""
        return np.array_equal(labels, self.split[-1][1][3])

    def require_right_way(self, x: Array, y: Array) -> None:
        """Raise a fault if a part went where it should not."""
        if not self.split:
            raise Fault("`classify` never calls `split`. Without it, nothing is held out.")
        if not np.array_equal(self.split[-1][0][0], x):
            raise Fault(
                "The table is changed before it is split. What is measured then, is measured on the"
                " validation rows, too: split first, then scale."
            )
        if not self.scaled:
            raise Fault("`classify` never calls `scale`. Scale both parts before you train.")
        got, given = self.scaled[-1][0], self.split[-1][1]
        if not (np.array_equal(got[0], given[0]) and np.array_equal(got[1], given[2])):
            raise Fault("Hand `scale` the two parts of inputs as `split` gave them.")
        for inputs, labels in self.trained:
            self._require_trained(inputs, labels, y)

    def _require_trained(self, inputs: Array, labels: Array, y: Array) -> None:
        if len(inputs) == len(y):
            raise Fault(
                "The network trains on all rows, those of the validation part as well. Hand"
                " `nn.train` `x_train` and `y_train` alone."
            )
        x_train, x_validation = self.scaled[-1][1]
        if np.array_equal(inputs, x_validation):
            raise Fault("The network trains on the validation part. Train on `x_train`.")
        if inputs.shape == x_train.shape and not np.array_equal(inputs, x_train):
            raise Fault(
                "The network trains on rows that are not scaled. Keep what `scale` returns, and"
                " train on that."
            )
        if inputs.shape[1] != x_train.shape[1]:
            raise Fault(
                f"The network gets {inputs.shape[1]} numbers for each flower, and a flower has"
                f" {x_train.shape[1]}. Has the label come in among the inputs? Then it has nothing"
                " to learn."
            )
        if not self.is_train(labels):
            raise Fault("The network trains with labels that are not `y_train`.")


@contextmanager
def watched(function: object) -> Iterator[Seen]:
    """Note what goes through the functions that the reader's `classify` calls."""
    seen, names = Seen(), names_of(function, "classify")
    own: dict[str, Any] = {name: names.get(name) for name in ("split", "scale", "accuracy")}
    others = {
        "split": _noting(own["split"], seen.split),
        "scale": _noting(own["scale"], seen.scaled),
        "accuracy": _judging(own["accuracy"], seen),
    }
    package = vars(nn)
    with standing_in(names, others), standing_in(package, {"train": _training(nn.train, seen)}):
        yield seen


def _noting(function: Callable[..., Any], noted: list[tuple[Any, Any]]) -> Callable[..., Any]:
    def call(*given: Any, **named: Any) -> Any:  # noqa: ANN401  (as the reader calls it)
        kept = tuple(np.array(part) for part in (*given, *named.values())[:2])
        answer = function(*given, **named)
        noted.append((kept, answer))
        return answer

    return call


def _judging(function: Callable[..., Any], seen: Seen) -> Callable[..., Any]:
    def call(logits: Array, y: Array) -> Any:  # noqa: ANN401
        answer = function(logits, y)
        seen.judged.append((np.asarray(y), float(answer)))
        return answer

    return call


def _training(train: Callable[..., Any], seen: Seen) -> Callable[..., Any]:
    def call(network: Any, x: Any, y: Any, **choices: Any) -> Any:  # noqa: ANN401
        seen.trained.append((np.asarray(x), np.asarray(y)))
        return train(network, x, y, **choices)

    return call
