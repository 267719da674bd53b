"""Two networks with the same numbers of units and weights, wide and deep."""

# --8<-- [start:answer]
from itertools import pairwise

for widths in ([8, 48, 8], [8, 16, 16, 16, 8]):
    pairs = list(pairwise(widths))
    print(widths)
    print("  parameters:     ", sum((n + 1) * k for n, k in pairs))
    print("  multiplications:", sum(n * k for n, k in pairs))
    print("  cached numbers: ", sum(n + k for n, k in pairs))
#> [8, 48, 8]
#>   parameters:      824
#>   multiplications: 768
#>   cached numbers:  112
#> [8, 16, 16, 16, 8]
#>   parameters:      824
#>   multiplications: 768
#>   cached numbers:  112
# --8<-- [end:answer]
