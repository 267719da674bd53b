"""The wrong length of the weights' shape, before a narrow layer."""

# --8<-- [start:narrow]
import numpy as np

rng = np.random.default_rng(0)
X = rng.normal(size=(1000, 400))
W = rng.normal(size=(400, 4))  # 400 inputs, 4 units

for name, n in (("W.shape[0]", W.shape[0]), ("W.shape[1]", W.shape[1])):
    z = X @ W / np.sqrt(n)
    flat = 100 * (np.abs(np.tanh(z)) > 0.99).mean()
    print(f"{name}: sums {z.std():4.1f}, flat {flat:.0f} %")
#> W.shape[0]: sums  1.0, flat 1 %
#> W.shape[1]: sums 10.2, flat 80 %
# --8<-- [end:narrow]
