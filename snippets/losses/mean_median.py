"""The best constant: the mean for the MSE, the median for the MAE."""

# --8<-- [start:one-constant]
import numpy as np

y = np.array([1.0, 2.0, 3.0, 4.0, 100.0])
guess = np.linspace(0, 110, 1101)[:, np.newaxis]
mse = ((guess - y) ** 2).mean(axis=1)
mae = np.abs(guess - y).mean(axis=1)

print("least MSE at", guess[mse.argmin(), 0], "mean", y.mean())
#> least MSE at 22.0 mean 22.0
print("least MAE at", guess[mae.argmin(), 0], "median", np.median(y))
#> least MAE at 3.0 median 3.0
# --8<-- [end:one-constant]
