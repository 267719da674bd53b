"""The noise width under which the errors surprise least."""

# --8<-- [start:answer]
import numpy as np

r = np.array([0.5, -1.0, 2.0, -0.1])
s = np.linspace(0.1, 4, 3901)[:, np.newaxis]

mae, mse = np.abs(r).mean().round(3), (r**2).mean().round(3)
laplace = (np.abs(r) / s + np.log(2 * s)).mean(axis=1)
print("best s", s[laplace.argmin(), 0].round(3), "MAE", mae)
#> best s 0.9 MAE 0.9
bell = (r**2 / (2 * s**2) + np.log(s * np.sqrt(2 * np.pi))).mean(axis=1)
print("best s * s", (s[bell.argmin(), 0] ** 2).round(2), "MSE", mse)
#> best s * s 1.32 MSE 1.315
# --8<-- [end:answer]

BEST = np.abs(r).mean()
slope_at_best = (1 / BEST - np.abs(r) / BEST**2).mean()
assert abs(slope_at_best) < 1e-15
