"""A Huber loss with a jump, found by walking over its seam."""

# --8<-- [start:answer]
import numpy as np

delta = 2.0


def published(r: float) -> float:
    return r**2 / 2 if abs(r) <= delta else delta * abs(r)


def right(r: float) -> float:
    return r**2 / 2 if abs(r) <= delta else delta * (abs(r) - delta / 2)


for loss in (published, right):
    below, above = loss(delta), loss(np.nextafter(delta, 3))
    print(f"{loss.__name__}: {below:.4g} to {above:.4g}")
#> published: 2 to 4
#> right: 2 to 2
# --8<-- [end:answer]

for size in np.linspace(2.1, 9, 20):
    assert abs(published(size) - right(size) - delta**2 / 2) < 1e-12
H = 1e-6
slope = (published(5 + H) - published(5 - H)) / (2 * H)
assert abs(slope - delta) < 1e-6, "the slope hides it"
