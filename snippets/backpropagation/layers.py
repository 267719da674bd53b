"""Any number of sigmoid layers, and any number of rows, learn the lamp."""

# --8<-- [start:learn]
import numpy as np

Layers = list[tuple[np.ndarray, np.ndarray]]


def forward(x: np.ndarray, layers: Layers) -> list[np.ndarray]:
    a = [x]
    for w, b in layers:
        a.append(1 / (1 + np.exp(-(a[-1] @ w + b))))
    return a


def backward(a: list[np.ndarray], y: np.ndarray, layers: Layers) -> Layers:
    delta = (a[-1] - y) / len(y)
    slopes = []
    for n in reversed(range(len(layers))):
        slopes.insert(0, (a[n].T @ delta, delta.sum(axis=0)))
        if n:  # nobody asks for the blame of the data
            delta = delta @ layers[n][0].T * a[n] * (1 - a[n])
    return slopes


x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0], [1], [1], [0]])  # the staircase lamp
W1, b1 = np.array([[0.5, -0.5], [0.25, 0.75]]), np.array([0.0, -0.25])
by_hand = [(W1, b1), (np.array([[1.0], [-1.0]]), np.array([0.1]))]
draw = np.random.default_rng(0).normal
drawn = [(draw(size=(2, 2)), np.zeros(2)), (draw(size=(2, 1)), np.zeros(1))]

for start in (by_hand, drawn):
    layers = start
    for count in range(2001):
        a = forward(x, layers)
        if count in {0, 1, 2000}:
            loss = -np.log(np.where(y == 1, a[-1], 1 - a[-1])).mean()
            print(f"{count:4} steps: {loss:.4f}", a[-1].ravel().round(2))
        pairs = zip(layers, backward(a, y, layers), strict=True)
        layers = [(w - 2 * dw, b - 2 * db) for (w, b), (dw, db) in pairs]
#>    0 steps: 0.7015 [0.54 0.51 0.6  0.57]
#>    1 steps: 0.6953 [0.5  0.46 0.55 0.52]
#> 2000 steps: 0.3481 [0.  0.5 1.  0.5]
#>    0 steps: 0.6959 [0.48 0.46 0.47 0.45]
#>    1 steps: 0.6936 [0.51 0.49 0.5  0.48]
#> 2000 steps: 0.0031 [0. 1. 1. 0.]
# --8<-- [end:learn]
