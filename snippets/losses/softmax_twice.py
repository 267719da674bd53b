"""Softmax applied to shares."""

# --8<-- [start:twice]
import numpy as np


def softmax(z: np.ndarray) -> np.ndarray:
    powers = np.exp(z - z.max())
    return powers / powers.sum()


for score in (1.0, 5.0, 20.0):  # of the true class; the others have 0
    once = softmax(np.array([score, 0.0, 0.0]))
    twice = softmax(once)
    print(f"{score:4}: {-np.log(once[0]):.4f} {-np.log(twice[0]):.4f}")
#>  1.0: 0.5514 0.8711
#>  5.0: 0.0134 0.5599
#> 20.0: 0.0000 0.5514
# --8<-- [end:twice]
