"""Saving and loading with nnbyhand."""

# --8<-- [start:save]
import tempfile

import numpy as np

import nnbyhand as nn

model = nn.MLP([4, 16, 3], rng=np.random.default_rng(0))
x = np.ones((1, 4))
with tempfile.TemporaryDirectory() as folder:
    nn.save(model, f"{folder}/model.npz")
    same = nn.load(f"{folder}/model.npz")
print(np.array_equal(model(x), same(x)))
#> True
# --8<-- [end:save]
