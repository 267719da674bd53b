"""One learning rate, two ways to add up the loss."""

# --8<-- [start:mean-or-sum]
import numpy as np

rng = np.random.default_rng(0)
x = rng.normal(size=100)
y = 3 * x


def fitted(rate: float, add_up: str, curvature: float = 1.0) -> float:
    w = 0.0
    for _ in range(20):
        slopes = curvature * (w * x - y) * x  # one for each example
        w -= rate * (slopes.mean() if add_up == "mean" else slopes.sum())
    return w


print(f"mean, rate 0.5:   w = {fitted(0.5, 'mean'):.3g}")
#> mean, rate 0.5:   w = 3
print(f"sum,  rate 0.5:   w = {fitted(0.5, 'sum'):.3g}")
#> sum,  rate 0.5:   w = -4.56e+33
print(f"sum,  rate 0.005: w = {fitted(0.005, 'sum'):.3g}")
#> sum,  rate 0.005: w = 3
print(f"mean, steeper:    w = {fitted(0.5, 'mean', 6.0):.3g}")
#> mean, steeper:    w = -3.69e+05
# --8<-- [end:mean-or-sum]
