"""Two rates, one for each curvature, find the bottom in two steps."""

# --8<-- [start:answer]
import numpy as np

curvatures = np.array([1.0, 25.0])
away = np.array([1.0, 1.0])
for rate in (1 / 25, 1 / 1):
    away = away - rate * curvatures * away
    print(f"rate {rate}: away", away)
#> rate 0.04: away [0.96 0.  ]
#> rate 1.0: away [0. 0.]

away, steps = np.array([1.0, 1.0]), 0
while np.abs(away).max() > 0.001:
    away = away - 2 / 26 * curvatures * away
    steps += 1
print("one rate, 2 / 26:", steps, "steps")
#> one rate, 2 / 26: 87 steps
# --8<-- [end:answer]

other = np.array([1.0, 1.0])
for rate in (1 / 1, 1 / 25):
    other = other - rate * curvatures * other
assert np.abs(other).max() < 1e-12
