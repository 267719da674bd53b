"""A forgotten transpose: an error where shapes differ, silence where not."""

# --8<-- [start:answer]
import numpy as np

delta = np.array([[1.0, -2.0]])  # two units, one row
for W in (np.array([[1.0, 2.0], [3.0, 4.0]]), np.ones((3, 2))):
    print("right:", delta @ W.T)
    try:
        print("wrong:", delta @ W)
    except ValueError:
        print("wrong: ValueError")
#> right: [[-3. -5.]]
#> wrong: [[-5. -6.]]
#> right: [[-1. -1. -1.]]
#> wrong: ValueError

for W in (np.ones((8, 8)), np.ones((8, 1))):  # of sizes 2, 8, 8, 1
    try:
        print(W.shape, "gives", (np.ones((4, W.shape[1])) @ W).shape)
    except ValueError:
        print(W.shape, "gives a ValueError")
#> (8, 8) gives (4, 8)
#> (8, 1) gives a ValueError
# --8<-- [end:answer]

square = np.array([[1.0, 2.0], [3.0, 4.0]])
by_loops = [
    sum(delta[0, k] * square[j, k] for k in range(2)) for j in range(2)
]
assert np.allclose(delta @ square.T, by_loops)
