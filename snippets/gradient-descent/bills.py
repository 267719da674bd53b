"""A line through 64 nights, by gradient descent on all of them."""

# --8<-- [start:line]
import numpy as np

rng = np.random.default_rng(0)
hours = rng.uniform(0, 10, 64)
cents = 3 * hours + 10 + rng.normal(0, 2, 64)

w, b = 0.0, 0.0
for step in range(1001):
    error = w * hours + b - cents
    if step in (0, 10, 100, 1000):
        loss = (error**2).mean() / 2
        print(f"step {step:4}: w {w:.2f}, b {b:5.2f}, loss {loss:.2f}")
    w = w - 0.05 * (error * hours).mean()
    b = b - 0.05 * error.mean()
#> step    0: w 0.00, b  0.00, loss 353.38
#> step   10: w 4.17, b  1.76, loss 10.56
#> step  100: w 3.44, b  7.28, loss 2.76
#> step 1000: w 3.07, b  9.78, loss 1.94
# --8<-- [end:line]
