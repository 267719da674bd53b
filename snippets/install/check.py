"""The package is there: the sigmoid of three numbers."""

# --8<-- [start:check]
import nnbyhand as nn

print(nn.sigmoid([-2, 0, 2]).round(2))
#> [0.12 0.5  0.88]
# --8<-- [end:check]
