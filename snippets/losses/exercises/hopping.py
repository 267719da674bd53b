"""Steps of one length down the MAE, and down the Huber loss."""

# --8<-- [start:answer]
import numpy as np

rate, start = 0.4, 1.0
for name, slope in (
    ("MAE  ", np.sign),
    ("Huber", lambda r: np.clip(r, -0.5, 0.5)),
):
    r, visited = start, []
    for _ in range(7):
        r = r - rate * slope(r)
        visited.append(round(float(r), 3))
    print(name, visited)
#> MAE   [0.6, 0.2, -0.2, 0.2, -0.2, 0.2, -0.2]
#> Huber [0.8, 0.6, 0.4, 0.24, 0.144, 0.086, 0.052]
# --8<-- [end:answer]

assert abs(r) < 0.1
error = start
for _ in range(1001):
    error = error - rate * np.sign(error)
assert abs(error) > 0.1
