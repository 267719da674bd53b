"""Hidden units change places, and the network answers as before."""

# --8<-- [start:answer]
import math

import numpy as np

rng = np.random.default_rng(0)
W1, b1 = rng.normal(size=(3, 4)), rng.normal(size=4)
W2, b2 = rng.normal(size=(4, 2)), rng.normal(size=2)
X = rng.normal(size=(32, 3))

order = [2, 0, 3, 1]  # who sits where now
before = np.maximum(0, X @ W1 + b1) @ W2 + b2
after = np.maximum(0, X @ W1[:, order] + b1[order]) @ W2[order] + b2
print(np.allclose(before, after))
#> True
print(math.factorial(4) * math.factorial(4))
#> 576
# --8<-- [end:answer]

assert not np.allclose(before, np.maximum(0, X @ W1[:, order] + b1) @ W2 + b2)
