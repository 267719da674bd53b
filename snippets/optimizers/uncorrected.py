"""The first steps of Adam with and without its correction."""

# --8<-- [start:uncorrected]
m = s = 0.0
for t in range(1, 13):
    m = 0.9 * m + 0.1 * 1.0  # every slope is 1
    s = 0.999 * s + 0.001 * 1.0**2
    right = (m / (1 - 0.9**t)) / (s / (1 - 0.999**t)) ** 0.5
    if t in (1, 2, 12):
        print(t, round(m / s**0.5, 2), round(right, 2))
#> 1 3.16 1.0
#> 2 4.25 1.0
#> 12 6.57 1.0
# --8<-- [end:uncorrected]
