"""Any number of layers in a loop that keeps what the way back needs."""

# --8<-- [start:loop]
import numpy as np


def forward(x: np.ndarray, layers: list) -> tuple:
    a, cache = x, []
    for w, b, g in layers:
        z = a @ w + b
        cache.append((a, z))  # what came in, and the sums
        a = g(z)
    return a, cache


rng = np.random.default_rng(0)
layers = [
    (rng.normal(size=(n_in, n_out)), np.zeros(n_out), np.tanh)
    for n_in, n_out in [(3, 4), (4, 4), (4, 2)]
]
outputs, cache = forward(rng.normal(size=(32, 3)), layers)
for a, z in cache:
    print("came in", a.shape, " sums", z.shape)
#> came in (32, 3)  sums (32, 4)
#> came in (32, 4)  sums (32, 4)
#> came in (32, 4)  sums (32, 2)
print("outputs", outputs.shape)
#> outputs (32, 2)
# --8<-- [end:loop]

assert np.array_equal(outputs, np.tanh(cache[-1][1]))
assert np.array_equal(cache[1][0], np.tanh(cache[0][1]))
