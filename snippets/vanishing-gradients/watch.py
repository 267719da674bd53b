"""Print the length of the gradient in every layer."""

# --8<-- [start:watch]
from itertools import pairwise

import numpy as np

rng = np.random.default_rng(0)
x = np.array([[-1.0, -1], [-1, 1], [1, -1], [1, 1]])
y = np.array([[0.0], [1], [1], [0]])
sizes = [2, 8, 8, 8, 8, 8, 1]
weights = [rng.normal(size=s) / np.sqrt(s[0]) for s in pairwise(sizes)]

outputs = [x]
for w in weights:
    outputs.append(1 / (1 + np.exp(-outputs[-1] @ w)))
delta = (outputs[-1] - y) / len(x)
for layer in range(len(weights) - 1, -1, -1):
    a, w = outputs[layer], weights[layer]
    gradient = np.linalg.norm(a.T @ delta)
    over = gradient / np.linalg.norm(w)
    print(f"layer {layer + 1}: {gradient:.1e}, over weights {over:.1e}")
    delta = delta @ w.T * a * (1 - a)  # a sigmoid's slope, from its output
#> layer 6: 1.8e-01, over weights 1.9e-01
#> layer 5: 3.6e-02, over weights 1.1e-02
#> layer 4: 9.4e-03, over weights 3.5e-03
#> layer 3: 1.7e-03, over weights 6.5e-04
#> layer 2: 2.2e-04, over weights 7.9e-05
#> layer 1: 6.8e-06, over weights 2.6e-06
# --8<-- [end:watch]
