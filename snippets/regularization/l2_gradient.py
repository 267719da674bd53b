"""The L2 penalty: its gradient, checked, and the step that shrinks."""

# --8<-- [start:gradient]
import numpy as np

w, strength = np.array([2.0, -0.5]), 0.1
loss_gradient = np.array([0.4, 0.4])  # what backpropagation gave


def price(w: np.ndarray) -> float:
    return strength / 2 * (w**2).sum()


h = 1e-6
for i in (0, 1):
    nudge = h * np.eye(2)[i]
    print(round((price(w + nudge) - price(w - nudge)) / (2 * h), 6))
#> 0.2
#> -0.05
print("by formula:", strength * w)
#> by formula: [ 0.2  -0.05]
print("a step:", w - 0.5 * (loss_gradient + strength * w))
#> a step: [ 1.7   -0.675]
# --8<-- [end:gradient]
