"""What the best of many guessers scores, on average."""

# --8<-- [start:answer]
import numpy as np

rng = np.random.default_rng(1)
for examples in (40, 1000):
    right = rng.binomial(examples, 0.5, size=(2000, 100)) / examples
    best = right.max(axis=1).mean()
    print(f"{examples:4} examples: the best of 100 gets {best:.0%}")
#>   40 examples: the best of 100 gets 70%
#> 1000 examples: the best of 100 gets 54%
# --8<-- [end:answer]

assert 0.5 < best < 0.56
