"""How likely a search meets a good rate, on a grid and at random."""

# --8<-- [start:hits]
p = 1 / 6  # share of the range, in decades, where the rate is good

for rates in (2, 3, 4):
    trials = rates**3  # a grid over three hyperparameters
    grid = min(1, rates * p)
    at_random = 1 - (1 - p) ** trials
    print(f"{trials:2} trials: grid {grid:.2f}, random {at_random:.2f}")
#>  8 trials: grid 0.33, random 0.77
#> 27 trials: grid 0.50, random 0.99
#> 64 trials: grid 0.67, random 1.00
# --8<-- [end:hits]
