"""A slope function that is fed the activation, and asks the wrong question."""

# --8<-- [start:answer]
import numpy as np

z = np.array([-2.0, -0.1, 0.0, 3.0])
a = np.maximum(0, z)

print("wrong:", a >= 0)
#> wrong: [ True  True  True  True]
print("right:", z > 0)
#> right: [False False False  True]
print("also: ", a > 0)
#> also:  [False False False  True]
# --8<-- [end:answer]

assert (a >= 0).all()
many = np.random.default_rng(0).normal(size=1000)
assert np.array_equal(np.maximum(0, many) > 0, many > 0)
