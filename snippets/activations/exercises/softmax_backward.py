"""The product with the softmax Jacobian, without the Jacobian."""

# --8<-- [start:answer]
import numpy as np


def softmax_backward(a: np.ndarray, upstream: np.ndarray) -> np.ndarray:
    weighted = (a * upstream).sum(axis=-1, keepdims=True)
    return a * (upstream - weighted)


rng = np.random.default_rng(0)
a = rng.dirichlet(np.ones(4), size=3)  # three rows of shares
upstream = rng.normal(size=(3, 4))
fast = softmax_backward(a, upstream)
for row in range(3):
    jacobian = np.diag(a[row]) - np.outer(a[row], a[row])
    print(np.allclose(fast[row], jacobian @ upstream[row]))
#> True
#> True
#> True
# --8<-- [end:answer]

flat = softmax_backward(a, np.ones((3, 4)))
assert np.abs(flat).max() < 1e-15
assert np.abs(fast.sum(axis=-1)).max() < 1e-15
