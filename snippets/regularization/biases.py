"""Penalizing the bias drags every output toward zero."""

# --8<-- [start:dragged]
import numpy as np

rng = np.random.default_rng(0)
x = rng.normal(size=200)
y = 20 + x + 0.1 * rng.normal(size=200)  # a temperature, say
for priced in (False, True):
    w = b = 0.0
    for _ in range(2000):
        error = w * x + b - y
        w -= 0.1 * ((error * x).mean() + 0.1 * w)
        b -= 0.1 * (error.mean() + 0.1 * b * priced)
    off = abs((w * x + b - y).mean())
    print("priced:", priced, "bias:", round(b, 2), "off:", round(off, 2))
#> priced: False bias: 19.99 off: 0.0
#> priced: True bias: 18.17 off: 1.82
# --8<-- [end:dragged]
