"""Where random rates fall, on both scales."""

# --8<-- [start:decades]
import numpy as np

rng = np.random.default_rng(0)
even = rng.uniform(1e-4, 1, size=10_000)
by_powers = 10 ** rng.uniform(-4, 0, size=10_000)

edges = [1e-4, 1e-3, 1e-2, 1e-1, 1]
print("even:     ", np.histogram(even, edges)[0])
#> even:      [  11   76  944 8969]
print("by powers:", np.histogram(by_powers, edges)[0])
#> by powers: [2369 2574 2522 2535]
# --8<-- [end:decades]
