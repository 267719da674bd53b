"""What the package says to shapes that do not fit."""

# --8<-- [start:refusals]
import numpy as np

import nnbyhand as nn

network = nn.MLP([2, 2, 1], rng=np.random.default_rng(0))
for mistake in (
    lambda: network(np.ones((4, 3))),  # a column too many
    lambda: nn.mse(network(nn.XOR.x), [0.0, 1.0, 1.0, 0.0]),
):
    try:
        mistake()
    except nn.ShapeError as error:
        print(f"{error.argument}: got {error.got}")
        print(f"  expected {error.expected}")
#> x: got shape (4, 3)
#>   expected shape (examples, 2) as the first layer takes
#> targets: got shape (4,)
#>   expected shape (4, 1) as outputs has
# --8<-- [end:refusals]
