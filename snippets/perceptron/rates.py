"""From a start at zero, the learning rate scales and changes nothing."""

# --8<-- [start:rates]
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([0, 0, 0, 1])  # AND

for rate in (1, 0.25, 64, 0.1):
    w, b, updates = np.zeros(2), 0.0, 0
    for _ in range(10):
        for x, target in zip(X, y, strict=True):
            error = target - int(x @ w + b >= 0)
            w, b = w + rate * error * x, b + rate * error
            updates += abs(error)
    print(f"rate {rate:4}  updates {updates:2}  w {w}  b {b}")
#> rate    1  updates 11  w [2. 1.]  b -3.0
#> rate 0.25  updates 11  w [0.5  0.25]  b -0.75
#> rate   64  updates 11  w [128.  64.]  b -192.0
#> rate  0.1  updates  8  w [0.2 0.1]  b -0.20000000000000004
# --8<-- [end:rates]
