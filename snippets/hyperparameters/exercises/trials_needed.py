"""How many random trials make a hit likely."""

# --8<-- [start:answer]
from math import ceil, log

p = 1 / 5
trials = ceil(log(0.05) / log(1 - p))
print(trials, "trials,", round(1 - (1 - p) ** trials, 3))
#> 14 trials, 0.956
# --8<-- [end:answer]

assert 1 - (1 - p) ** (trials - 1) < 0.95 <= 1 - (1 - p) ** trials
