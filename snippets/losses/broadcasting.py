"""A list of targets against a column of outputs."""

# --8<-- [start:perfect]
import numpy as np

y = np.array([0.0, 1.0, 1.0, 0.0])  # shape (4,)
a = y[:, np.newaxis]  # perfect outputs, shape (4, 1)

print((a - y).shape, "loss", ((a - y) ** 2).mean())
#> (4, 4) loss 0.5
# --8<-- [end:perfect]
