"""Attention answers the words in whatever order they come."""

# --8<-- [start:answer]
import numpy as np


def attention(q: np.ndarray, k: np.ndarray, v: np.ndarray) -> np.ndarray:
    scores = q @ k.T / np.sqrt(q.shape[1])
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    return shares / shares.sum(axis=1, keepdims=True) @ v


rng = np.random.default_rng(0)
Q, K, V = rng.normal(size=(3, 5, 4))  # five words
back = attention(Q[::-1], K[::-1], V[::-1])
print(np.allclose(back, attention(Q, K, V)[::-1]))
#> True
# --8<-- [end:answer]

assert not np.allclose(back, attention(Q, K, V))
