"""Four losses of the same three errors, and their slopes."""

# --8<-- [start:four-losses]
import numpy as np

a = np.array([[2.5], [0.0], [4.0]])  # outputs, a row for each example
y = np.array([[3.0], [0.0], [2.0]])  # targets, in the same shape
r, m, delta = a - y, len(y), 1.0

far = delta * (np.abs(r) - delta / 2)
huber = np.where(np.abs(r) <= delta, r**2 / 2, far)

for name, losses, slopes in (
    ("MSE     ", r**2, 2 * r),
    ("half MSE", r**2 / 2, r),
    ("MAE     ", np.abs(r), np.sign(r)),
    ("Huber   ", huber, np.clip(r, -delta, delta)),
):
    print(name, losses.mean().round(4), (slopes / m).ravel().round(4))
#> MSE      1.4167 [-0.3333  0.      1.3333]
#> half MSE 0.7083 [-0.1667  0.      0.6667]
#> MAE      0.8333 [-0.3333  0.      0.3333]
#> Huber    0.5417 [-0.1667  0.      0.3333]
# --8<-- [end:four-losses]
