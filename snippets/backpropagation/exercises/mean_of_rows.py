"""The slopes of a batch are the mean of the slopes of its rows."""

# --8<-- [start:answer]
import numpy as np

x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y = np.array([[0.0], [1.0], [1.0], [0.0]])
W, b = np.array([[0.5], [-1.0]]), np.array([0.5])


def slopes(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    a = 1 / (1 + np.exp(-(x @ W + b)))
    delta = (a - y) / len(y)
    return np.append(x.T @ delta, delta.sum(axis=0))


rows = [slopes(x[[i]], y[[i]]) for i in range(4)]
print("batch:       ", slopes(x, y).round(4))
#> batch:        [ 0.0578 -0.0306  0.0578]
print("mean of rows:", np.mean(rows, axis=0).round(4))
#> mean of rows: [ 0.0578 -0.0306  0.0578]
print("sum of rows: ", np.sum(rows, axis=0).round(4))
#> sum of rows:  [ 0.2311 -0.1225  0.2311]
# --8<-- [end:answer]

assert np.allclose(slopes(x, y), np.mean(rows, axis=0), rtol=1e-14)
assert np.allclose(slopes(np.vstack([x, x]), np.vstack([y, y])), slopes(x, y))
