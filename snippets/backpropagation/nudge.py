"""One weight is nudged, and the change is followed to the loss."""

# --8<-- [start:follow]
from math import exp, log


def output_unit(w: float) -> tuple[float, float, float]:
    z = 0.622459 * w - 0.320821 + 0.1
    a = 1 / (1 + exp(-z))
    return z, a, -log(a)  # the loss, because the target is 1


before, after = output_unit(1.0), output_unit(1.001)
for name, old, new in zip(("z", "a", "loss"), before, after, strict=True):
    print(f"{name:4} {old:.4f} moves by {new - old:+.6f}")
#> z    0.4016 moves by +0.000622
#> a    0.5991 moves by +0.000149
#> loss 0.5124 moves by -0.000250
# --8<-- [end:follow]
