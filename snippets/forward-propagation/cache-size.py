"""Transcribes cache-size.tex: the formula against what the package keeps."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, object]:
    """Draw the widths of a network of 1 to 4 layers, and the batch."""
    n = rng.integers(1, 6, size=rng.integers(2, 6)).tolist()
    return {"n": n, "m": int(rng.integers(1, 6))}


def equation(n: list[int], m: int) -> int:
    r"""Count what came in and the sums, layer by layer.

    C = m \cdot \sum_{l=1}^{L} (n_{l-1} + n_{l})
    """
    return m * sum(n[i - 1] + n[i] for i in range(1, len(n)))


def package(n: list[int], m: int) -> int:
    """Count the arrays that a pass keeps, each once, and not the answer."""
    network = nn.MLP(n, output=nn.sigmoid, rng=np.random.default_rng(0))
    made = network.forward(np.zeros((m, n[0])))
    kept = {}
    for cache in made.caches:
        arrays = cache if isinstance(cache, tuple) else (cache,)
        kept |= {id(array): array.size for array in arrays}
    return sum(kept.values()) - made.outputs.size
