"""How far a test result can be trusted."""

# --8<-- [start:answer]
from math import sqrt

p = 0.95
for rows in (30, 360):
    error = 100 * sqrt(p * (1 - p) / rows)
    print(f"{rows:3} rows: steps of {100 / rows:.1f}, +- {error:.1f} points")
#>  30 rows: steps of 3.3, +- 4.0 points
#> 360 rows: steps of 0.3, +- 1.1 points

print(round(p * (1 - p) / 0.005**2), "rows for half a point")
#> 1900 rows for half a point
# --8<-- [end:answer]

assert abs(sqrt(p * (1 - p) / 1900) - 0.005) < 1e-9
