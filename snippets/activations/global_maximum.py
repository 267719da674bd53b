"""One maximum for the whole batch turns a far lower row into NaN."""

# --8<-- [start:lost-row]
import numpy as np

scores = np.array([[2, 1, 0], [-120, -121, -122]], dtype=np.float32)


def shares(shifted: np.ndarray) -> np.ndarray:
    powers = np.exp(shifted)
    return powers / powers.sum(axis=-1, keepdims=True)


with np.errstate(invalid="ignore"):  # else NumPy warns of 0 / 0
    print(shares(scores - scores.max()).round(3))
#> [[0.665 0.245 0.09 ]
#>  [  nan   nan   nan]]
print(shares(scores - scores.max(axis=-1, keepdims=True)).round(3))
#> [[0.665 0.245 0.09 ]
#>  [0.665 0.245 0.09 ]]
# --8<-- [end:lost-row]
