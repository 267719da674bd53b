"""A fresh test set shows what a worn-out validation set hides."""

# --8<-- [start:answer]
import numpy as np

rng = np.random.default_rng(0)
claimed, fresh = [], []
for _ in range(500):
    answers = rng.integers(2, size=(100, 80))  # 100 guessers, 80 rows
    truth = rng.integers(2, size=80)
    right = answers == truth
    best = right[:, :40].mean(axis=1).argmax()  # 40 rows to choose by
    claimed.append(right[best, :40].mean())
    fresh.append(right[best, 40:].mean())
print("claimed:", round(np.median(claimed), 3))
#> claimed: 0.7
print("on 40 fresh rows:", round(np.median(fresh), 3))
#> on 40 fresh rows: 0.5
# --8<-- [end:answer]

assert np.median(claimed) > 0.65
assert abs(np.mean(fresh) - 0.5) < 0.02
