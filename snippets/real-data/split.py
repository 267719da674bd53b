"""A stratified split by hand: deal out each class by itself."""

# --8<-- [start:stratified]
import numpy as np

import nnbyhand as nn

data = nn.iris()  # 150 flowers, 50 of each kind, sorted by kind
rng = np.random.default_rng(0)

train, validation, test = [], [], []
for label in range(3):
    rows = rng.permutation(np.flatnonzero(data.y == label))
    train.extend(rows[:30])
    validation.extend(rows[30:40])
    test.extend(rows[40:])

print(len(train), len(validation), len(test))
#> 90 30 30
print(np.bincount(data.y[test]), "of each kind in the test part")
#> [10 10 10] of each kind in the test part
print(np.bincount(rng.permutation(data.y)[:30]), "when drawn blindly")
#> [11  8 11] when drawn blindly
print(np.bincount(data.y[-30:]), "when cut off at the end")
#> [ 0  0 30] when cut off at the end
# --8<-- [end:stratified]
