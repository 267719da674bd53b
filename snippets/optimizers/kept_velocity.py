"""Parameters are put back to their best values, the velocity is not."""

# --8<-- [start:jump]
theta, v = -1.0, 0.0
for _ in range(5):  # a bowl of curvature 1: the slope is theta
    v = 0.9 * v + theta
    theta = theta - 0.1 * v
best = 0.0  # the minimum, as an earlier run had found it

for name, start in (("kept", v), ("cleared", 0.0)):
    theta, u, farthest = best, start, 0.0
    for _ in range(20):
        u = 0.9 * u + theta
        theta = theta - 0.1 * u
        farthest = max(farthest, abs(theta - best))
    print(name, round(farthest, 3))
#> kept 0.597
#> cleared 0.0
# --8<-- [end:jump]
