"""Many splits of a data set, each scaled by its own training part, and what is trained on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from jaxtyping import Bool, Float, Int

import nnbyhand as nn
from nnbyhand.shapes import Array, NDArray
from nnbyhand.training.loop import Callback


class Part(NamedTuple):
    """One part of every split.

    Attributes:
        x: The inputs, scaled by the training part of the same split.
        y: The targets: one-hot rows, or numbers.
        rows: Which rows of the whole data set these are.
    """

    x: Float[Array, "splits examples inputs"]
    y: Float[Array, "splits examples outputs"]
    rows: Int[NDArray[np.integer], "splits examples"]


@dataclass(frozen=True)
class Splits:
    """The three parts of many splits, 3 to 1 to 1."""

    train: Part
    validation: Part
    test: Part

    @classmethod
    def of(cls, data: nn.Data, seeds: int, *, scaled: bool = True, raw_unit: float = 1) -> "Splits":
        """Split the rows of a data set with classes, stratified, once for each seed.

        Args:
            data: The whole set.
            seeds: How many splits.
            scaled: Whether to standardize the inputs, or only divide them by ``raw_unit``.
            raw_unit: What to divide by.
        """
        y = nn.one_hot(data.y, len(data.classes))
        x = np.asarray(data.x / raw_unit)
        rngs = [np.random.default_rng(seed) for seed in range(seeds)]
        return cls.joined([nn.split(x, y, rng=rng) for rng in rngs], scaled=scaled)

    @classmethod
    def joined(cls, splits: Sequence[nn.Split], *, scaled: bool = True) -> "Splits":
        """Stack splits of the same sizes, in float32."""
        parts: list[list[nn.Part]] = [list(part) for part in zip(*splits, strict=True)]
        scalers = [nn.Standardizer.fit(part.x) for part in parts[0]]
        stacked = []
        for part in parts:
            pairs = zip(scalers, part, strict=True)
            x = [scaler(one.x) if scaled else one.x for scaler, one in pairs]
            y = np.array([one.y for one in part], np.float32)
            stacked.append(Part(np.array(x, np.float32), y, np.array([one.rows for one in part])))
        return cls(*stacked)

    def nearest(self, count: int = 1) -> Float[Array, "splits examples outputs"]:
        """Return, for each test row, the mean target of the training rows nearest to it."""
        found = []
        for train, y, test in zip(self.train.x, self.train.y, self.test.x, strict=True):
            # The square of the test row is left out: it is the same for all training rows.
            distances = np.square(train).sum(axis=1) - 2 * test @ train.T
            found.append(y[_smallest(distances, count)].mean(axis=1))
        return np.array(found)

    def right(
        self, outputs: Float[Array, "splits *starts examples classes"]
    ) -> Bool[NDArray[np.bool_], "splits *starts examples"]:
        """Tell for each test row whether the largest output is that of its class."""
        true = self.test.y.argmax(axis=-1)
        return np.asarray(outputs.argmax(axis=-1) == (true[:, None] if outputs.ndim > 3 else true))  # noqa: PLR2004  (with an axis of starts)


def _smallest(
    distances: Float[Array, "rows others"], count: int
) -> Int[NDArray[np.integer], "rows nearest"]:
    """Return where the smallest of each row are; of equals, the first."""
    if count == 1:  # sorting all of them would take most of the experiment's time
        return np.asarray(distances.argmin(axis=1)[:, None])
    return np.asarray(distances.argsort(axis=1, kind="stable")[:, :count])


@dataclass(frozen=True)
class Recipe:
    """How a network is trained on every split.

    Attributes:
        sizes: Its widths.
        loss: What it makes small.
        rate: The rate of Adam.
        epochs: At most so many.
        batch: Rows per step; None for all.
        patience: Epochs to wait for a better validation loss; None to train to the end.
        hidden: The activation of the hidden layers.
    """

    sizes: tuple[int, ...]
    loss: nn.Loss
    rate: float
    epochs: int
    batch: int | None = None
    patience: int | None = None
    hidden: nn.Activation = nn.relu

    def trained(
        self, splits: Splits, starts: int | None = None, *, callbacks: Sequence[Callback] = ()
    ) -> nn.Training:
        """Train on every split: from a start of its own, or from each of the same few starts."""
        count = len(splits.train.x)
        rng = np.random.default_rng(1)
        network = nn.MLP(
            self.sizes, hidden=self.hidden, networks=(starts or count,), rng=rng, dtype=np.float32
        )
        if starts is not None:
            together = np.broadcast_to(network.parameters, (count, *network.parameters.shape))
            network = network.with_parameters(together)
        return nn.train(
            network,
            *(beside(values, starts) for values in splits.train[:2]),
            loss=self.loss,
            optimizer=nn.Adam(self.rate),
            epochs=self.epochs,
            batch_size=self.batch,
            validation=(
                beside(splits.validation.x, starts),
                beside(splits.validation.y, starts),
            ),
            early_stopping=nn.EarlyStopping(self.patience) if self.patience else None,
            callbacks=callbacks,
            rng=rng,
            progress=False,
        )


def beside(
    values: Float[Array, "splits rows columns"], starts: int | None
) -> Float[Array, "splits *starts rows columns"]:
    """Show every start the same rows, split by split."""
    if starts is None:
        return values
    count, rows, columns = values.shape
    return np.broadcast_to(values[:, None], (count, starts, rows, columns))
