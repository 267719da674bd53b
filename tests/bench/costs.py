"""How the cost of a training step grows with width, depth and batch."""

from collections.abc import Callable

import numpy as np
from contests import seconds
from tasks import RATE, Task, our_step

import nnbyhand as nn

SIZES = {
    "width": (256, 384, 512, 768, 1024),
    "depth": (2, 4, 8, 16, 32),
    "batch": (256, 512, 1024, 2048, 4096),
}
# What the arithmetic says: a product of (batch, width) by (width, width) for each layer.
PREDICTED = {"width": 2.0, "depth": 1.0, "batch": 1.0}
TURNS = 5


class Deep(Task):
    """A task with as many hidden layers, all of one width, as are asked for."""

    depth = 4

    def network(self, dtype: type, seed: int = 1) -> nn.Network:
        """Return the network at one of its starts."""
        inputs, hidden, outputs = self.sizes
        rng = np.random.default_rng(seed)
        sizes = (inputs, *[hidden] * self.depth, outputs)
        return nn.MLP(sizes, hidden=self.hidden, rng=rng, dtype=dtype)


def exponents() -> dict[str, dict[str, object]]:
    """Fit the exponent of each size: the slope of log time over log size."""
    found: dict[str, dict[str, object]] = {}
    for what, sizes in SIZES.items():
        times = [min(seconds(_step(what, size), 3) / 3 for _ in range(TURNS)) for size in sizes]
        slope = float(np.polyfit(np.log(sizes), np.log(times), 1)[0])
        relative = [time / times[0] for time in times]
        found[what] = {
            "sizes": list(sizes),
            "time over that of the first": relative,
            "exponent": slope,
            "predicted": PREDICTED[what],
        }
    return found


def _step(what: str, size: int) -> Callable[[], None]:
    width, examples = (size if what == "width" else 256), (size if what == "batch" else 256)
    task = Deep(f"{what} {size}", (width, width, 10), examples, nn.relu)
    if what == "depth":
        object.__setattr__(task, "depth", size)
    return our_step(task, np.float32, nn.SGD(RATE))
