"""A slope is rise over run, with a run that shrinks."""

# --8<-- [start:shrinking-run]
from math import exp


def sigmoid(z: float) -> float:
    return 1 / (1 + exp(-z))


for run in (1.0, 0.1, 0.01, 0.001):
    rise = sigmoid(0 + run) - sigmoid(0)
    print(f"run {run:5}   rise / run = {rise / run:.5f}")
#> run   1.0   rise / run = 0.23106
#> run   0.1   rise / run = 0.24979
#> run  0.01   rise / run = 0.25000
#> run 0.001   rise / run = 0.25000
# --8<-- [end:shrinking-run]
