"""How many seeds make a difference twice its standard error."""

# --8<-- [start:answer]
from math import ceil

spread, difference = 0.8, 0.5  # points of accuracy
apart = ceil(8 * spread**2 / difference**2)
print(apart, "seeds for each setting")
#> 21 seeds for each setting

paired_spread = 0.4  # of the differences on the same seeds
print(ceil(4 * paired_spread**2 / difference**2), "seeds, if shared")
#> 3 seeds, if shared
# --8<-- [end:answer]

assert difference / (spread * (2 / apart) ** 0.5) >= 2
assert difference / (spread * (2 / (apart - 1)) ** 0.5) < 2
