"""Which gradients are exactly zero when hidden or output weights are."""

# --8<-- [start:gradients]
import numpy as np

X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0.0], [1], [1], [1]])  # the doorbell: at least one button
rng = np.random.default_rng(0)
random1, random2 = rng.normal(size=(2, 3)), rng.normal(size=(3, 1))

for name, W1, W2 in (
    ("both zero  ", 0 * random1, 0 * random2),
    ("hidden zero", 0 * random1, random2),
    ("output zero", random1, 0 * random2),
):
    hidden = np.tanh(X @ W1)
    delta2 = (1 / (1 + np.exp(-hidden @ W2)) - y) / 4
    delta1 = delta2 @ W2.T * (1 - hidden**2)
    for_hidden, for_output = X.T @ delta1, hidden.T @ delta2
    print(name, np.abs(for_hidden).max().round(3), end=" and ")
    print(np.abs(for_output).max().round(3))
#> both zero   0.0 and 0.0
#> hidden zero 0.326 and 0.0
#> output zero 0.0 and 0.209
# --8<-- [end:gradients]
