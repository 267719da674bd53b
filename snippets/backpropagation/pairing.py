"""The error a - y against nudges: right for one loss, wrong for another."""

# --8<-- [start:check]
from math import exp, log


def sigmoid(z: float) -> float:
    return 1 / (1 + exp(-z))


losses = {
    "cross-entropy": lambda a: -log(a),
    "squared error": lambda a: (a - 1) ** 2,
}
z, h = 0.401638, 1e-5
for name, loss in losses.items():  # the target is 1
    rise = loss(sigmoid(z + h)) - loss(sigmoid(z - h))
    measured = rise / (2 * h)
    print(f"{name}: a - y {sigmoid(z) - 1:.4f}, measured {measured:.4f}")
#> cross-entropy: a - y -0.4009, measured -0.4009
#> squared error: a - y -0.4009, measured -0.1926
# --8<-- [end:check]
