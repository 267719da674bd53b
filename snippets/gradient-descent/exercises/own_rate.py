"""The limits of one bowl, read off its curvature."""

# --8<-- [start:answer]
hours, cents = 4.0, 8.0
curvature = hours**2
print("largest rate", 2 / curvature, "best rate", 1 / curvature)
#> largest rate 0.125 best rate 0.0625

for rate in (1 / 16, 0.12, 0.13):
    w = 0.0
    for _step in range(20):
        w = w - rate * hours * (hours * w - cents)
    print(f"rate {rate:.4f}: w is {w:.4f}")
#> rate 0.0625: w is 2.0000
#> rate 0.1200: w is 1.6226
#> rate 0.1300: w is -7.3219
# --8<-- [end:answer]

assert abs(w - 2) > 2
