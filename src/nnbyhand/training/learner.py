"""One training step; everything that can be prepared is prepared before the first one.

A step computes outputs, loss and gradient, then moves the parameters. Two vectors are overwritten
at each step, the parameters and their gradient, so that the arrays of the layers, which are views
of them, are cut only once. This happens nowhere else, and what leaves this module is a copy. The
optimizer and the clip function see both vectors during a step, and must not change or keep them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from jaxtyping import Bool, Float

from nnbyhand.layers.base import Arrays, Mode
from nnbyhand.losses.base import Loss
from nnbyhand.network import passes
from nnbyhand.network.network import Network
from nnbyhand.optimizers.base import Optimizer
from nnbyhand.shapes import Array, NDArray
from nnbyhand.training.batches import Examples
from nnbyhand.training.penalties import Penalty

Mask: TypeAlias = Bool[NDArray[np.bool_], "*networks"]
"""True for some networks of an ensemble; one truth value for a single network."""

Clip: TypeAlias = Callable[
    [Float[Array, "*networks parameters"]], Float[Array, "*networks parameters"]
]
"""What shortens a gradient, for example ``functools.partial(nn.clip_by_norm, limit=1.0)``."""

LEARNING = "epochs"
"""Why a network stopped that nothing else has stopped: its epochs were over."""

_EVALUATION = Mode()


class Snapshot(NamedTuple):
    """What a network has learned at one moment.

    Attributes:
        parameters: All parameters.
        statistics: The running statistics of each layer.
    """

    parameters: Float[Array, "*networks parameters"]
    statistics: Sequence[Arrays]


class Learner:
    """A network while it learns.

    Attributes:
        dtype: The dtype of all numbers.
        stopped: Why each network of the ensemble stopped; LEARNING for those that go on.
        resting: Which have stopped, so that they must not change; None while all go on.
    """

    def __init__(  # noqa: PLR0913  (the choices of train that a step depends on)
        self,
        network: Network,
        loss: Loss,
        optimizer: Optimizer,
        *,
        penalty: Penalty | None,
        clip: Clip | None,
        rng: np.random.Generator,
    ) -> None:
        """Copy the parameters and cut the views."""
        self._network, self._loss, self._optimizer = network, loss, optimizer
        self._layers, self._penalty, self._clip = network.layers, penalty, clip
        self._training = Mode(training=True, rng=rng)
        self._parameters = network.parameters.copy()
        self._statistics: Sequence[Arrays] = network.statistics
        self._gradient = np.zeros_like(self._parameters)
        self._arrays, self._slopes = network.cut(self._parameters), network.cut(self._gradient)
        self._state = optimizer.start(network.parameters, network.weight_mask)
        self.dtype = self._parameters.dtype
        self.stopped = np.full(network.networks, LEARNING, "<U14")
        self.resting: Mask | None = None

    def measure(
        self, x: Float[Array, "*batch inputs"], targets: Float[Array, "*targets outputs"]
    ) -> Float[Array, "*networks"]:
        """Compute the loss of a batch, which is returned, and its gradient."""
        arrays = self._arrays
        outputs, caches, statistics = passes.forward(
            self._layers, arrays, self._statistics, x, self._training
        )
        loss, upstream = self._loss.value_and_gradient_at(outputs, targets)
        passes.backward(self._layers, arrays, caches, upstream, self._slopes)
        if self.resting is not None:
            statistics = _merge_statistics(self.resting, self._statistics, statistics)
        self._statistics = statistics
        return loss

    def update(self) -> None:
        """Move the parameters: penalty first, so that it is clipped too, then the optimizer."""
        old, gradient = self._parameters, self._gradient
        if self._penalty is not None:
            gradient = gradient + self._penalty.gradient(old, self._network.weight_mask)
        if self._clip is not None:
            gradient = self._clip(gradient)
        new, self._state = self._optimizer.step(old, gradient, self._state)
        if self.resting is not None:
            new = np.where(self.resting[..., None], old, new)
        np.copyto(old, new)

    def rest(self, networks: Mask, reason: str) -> None:
        """Stop some networks for a reason; those that have stopped before keep theirs."""
        self.stopped = np.where(networks & self.learning, reason, self.stopped)
        self.resting = np.asarray(~self.learning)

    @property
    def learning(self) -> Mask:
        """Which networks go on."""
        return np.asarray(self.stopped == LEARNING)

    @property
    def is_over(self) -> bool:
        """Whether every network has stopped."""
        return self.resting is not None and bool(self.resting.all())

    def evaluate(
        self, examples: Examples
    ) -> tuple[Float[Array, "*networks examples outputs"], Float[Array, "*networks"]]:
        """Return the outputs in use, not in training, and their loss."""
        arrays, x = self._arrays, examples.x
        outputs = passes.forward(self._layers, arrays, self._statistics, x, _EVALUATION).outputs
        loss, _ = self._loss.value_and_gradient_at(outputs, examples.targets)
        return outputs, loss

    def snapshot(self) -> Snapshot:
        """Return copies of all numbers."""
        return Snapshot(self._parameters.copy(), self._statistics)

    def restore(self, snapshot: Snapshot) -> None:
        """Go back to numbers seen before."""
        np.copyto(self._parameters, snapshot.parameters)
        self._statistics = snapshot.statistics

    def network(self) -> Network:
        """Return the network as it is now."""
        return self._network.with_parameters(self._parameters, self._statistics)


def merge(networks: Mask, first: Snapshot, second: Snapshot) -> Snapshot:
    """Return the first snapshot for some networks of an ensemble, the second for the others."""
    parameters = np.where(networks[..., None], first.parameters, second.parameters)
    return Snapshot(parameters, _merge_statistics(networks, first.statistics, second.statistics))


def _merge_statistics(
    networks: Mask, first: Sequence[Arrays], second: Sequence[Arrays]
) -> Sequence[Arrays]:
    return [
        [np.where(networks[..., None], one, other) for one, other in zip(*layer, strict=True)]
        for layer in zip(first, second, strict=True)
    ]
