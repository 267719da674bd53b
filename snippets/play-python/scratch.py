"""A place to try things: the sigmoid as a row of stars for each sum."""

# --8<-- [start:stars]
from math import exp

for z in range(-4, 5, 2):
    a = 1 / (1 + exp(-z))
    print(f"{z:2} {a:.3f}", "*" * round(30 * a))
#> -4 0.018 *
#> -2 0.119 ****
#>  0 0.500 ***************
#>  2 0.881 **************************
#>  4 0.982 *****************************
# --8<-- [end:stars]
