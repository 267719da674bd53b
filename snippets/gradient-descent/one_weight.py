"""One weight steps down the half squared error of one example."""

# --8<-- [start:rule]
hours, cents = 2.0, 6.0  # two hours of light cost six cents

w = 0.0
for step in range(1, 5):
    slope = hours * (hours * w - cents)
    w = w - 0.1 * slope
    print(f"step {step}: slope {slope:8.3f}, w {w:.3f}")
#> step 1: slope  -12.000, w 1.200
#> step 2: slope   -7.200, w 1.920
#> step 3: slope   -4.320, w 2.352
#> step 4: slope   -2.592, w 2.611
# --8<-- [end:rule]
