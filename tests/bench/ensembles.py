"""A thousand networks as one ensemble, against a loop over them."""

import time
import tracemalloc

import numpy as np

import nnbyhand as nn

NETWORKS = 1_000
LOOPED = 10  # as many as are trained one by one; all of them would take minutes
EPOCHS = 2_000


def train(networks: int | tuple[()], seed: int) -> None:
    """Train XOR networks 2-8-1, all at once."""
    rng = np.random.default_rng(seed)
    network = nn.MLP((2, 8, 1), hidden=nn.tanh, rng=rng, networks=networks)
    x, y = [[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]]
    loss = nn.binary_cross_entropy_from_logits
    nn.train(
        network, x, y, loss=loss, optimizer=nn.SGD(0.5), epochs=EPOCHS, rng=rng, progress=False
    )


def ensemble_against_loop() -> dict[str, float]:
    """Return how many times faster the ensemble is for each network, and its memory in MB."""
    start = time.perf_counter()
    for seed in range(LOOPED):
        train((), seed)
    one_by_one = (time.perf_counter() - start) / LOOPED
    start = time.perf_counter()
    train(NETWORKS, 0)
    together = (time.perf_counter() - start) / NETWORKS
    tracemalloc.start()
    train(NETWORKS, 0)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return {"times faster": one_by_one / together, "peak MB": peak / 1e6}
