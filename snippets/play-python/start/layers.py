"""A layer and a network that answer nothing yet."""

# --8<-- [start:start]
import numpy as np


def layer(x, w, b, g):
    # The activation g of the sums of all units, for all rows of x.
    ...


def forward(x, layers):
    # A list: x, then what each layer makes of the entry before.
    ...


rng = np.random.default_rng(0)
x = rng.normal(size=(5, 3))
layers = [
    (rng.normal(size=(3, 4)), np.zeros(4), np.tanh),
    (rng.normal(size=(4, 2)), np.zeros(2), np.tanh),
]
print(forward(x, layers))
#> None
# --8<-- [end:start]
