"""What ten tanh layers make of three sizes of weights."""

# --8<-- [start:ten-layers]
import numpy as np

rng = np.random.default_rng(0)
for std in (0.01, 1 / 8, 1):
    a = rng.normal(size=(200, 64))  # 200 examples, 64 inputs
    for _ in range(10):
        a = np.tanh(a @ rng.normal(scale=std, size=(64, 64)))
    flat = 100 * (np.abs(a) > 0.99).mean()
    print(f"weights {std:5}: outputs {a.std():.1g}, flat {flat:.0f} %")
#> weights  0.01: outputs 1e-11, flat 0 %
#> weights 0.125: outputs 0.2, flat 0 %
#> weights     1: outputs 0.9, flat 74 %
# --8<-- [end:ten-layers]
