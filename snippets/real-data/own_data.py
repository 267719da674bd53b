"""A table of one's own, and what is said about tables that will not do."""

# --8<-- [start:csv]
import io

import numpy as np

import nnbyhand as nn

rng = np.random.default_rng(0)
lines = ["grams,length,fruit"]
for fruit, grams, length in (("apple", 180, 8), ("lemon", 110, 9)):
    for _ in range(20):
        sizes = rng.normal([grams, length], [15, 0.5])
        lines.append(f"{sizes[0]:.0f},{sizes[1]:.1f},{fruit}")


def read(lines: list[str]) -> nn.Data:
    file = io.StringIO("\n".join(lines))  # or the path of your file
    return nn.read_csv(file, target="fruit")


data = read(lines)
print(data.x.shape, data.names, data.classes)
#> (40, 2) ('grams', 'length') ('apple', 'lemon')

for mistake in ([*lines, ",8.1,apple"], [*lines, "big,8,apple"], lines[:21]):
    try:
        read(mistake)
    except nn.InputValueError as error:
        print(error.got)
        print("  expected", error.expected)
#> 1 missing value in column 'grams', the first in line 42
#>   expected a value in every cell
#> 'big' in column 'grams', line 42
#>   expected a finite number
#> one class in column 'fruit', 'apple'
#>   expected at least 2 classes
# --8<-- [end:csv]
