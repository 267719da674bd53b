"""Without a bias, neither AND nor OR can be learned."""

# --8<-- [start:no-bias]
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
lamps = {"AND": np.array([0, 0, 0, 1]), "OR": np.array([0, 1, 1, 1])}

for name, y in lamps.items():
    w = np.zeros(2)
    for _ in range(1000):
        for x, target in zip(X, y, strict=True):
            w += (target - int(x @ w >= 0)) * x
    print(name, "after 1000 epochs:", (X @ w >= 0).astype(int), "wanted", y)
#> AND after 1000 epochs: [1 1 1 1] wanted [0 0 0 1]
#> OR after 1000 epochs: [1 1 1 1] wanted [0 1 1 1]
# --8<-- [end:no-bias]
