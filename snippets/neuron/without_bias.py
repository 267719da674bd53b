"""Without a bias, every line runs through the origin."""

# --8<-- [start:through-origin]
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
angles = np.deg2rad(np.arange(360))
W = np.stack([np.cos(angles), np.sin(angles)])  # one column, one line
answers = X @ W >= 0  # the bias is missing

for name, y in (("AND", [0, 0, 0, 1]), ("OR", [0, 1, 1, 1])):
    wanted = np.array(y)[:, None]  # as a column, beside every line
    right = (answers == wanted).sum(axis=0)
    print(name, "best of 360 lines:", right.max(), "of 4 rows right")
#> AND best of 360 lines: 2 of 4 rows right
#> OR best of 360 lines: 3 of 4 rows right
print("answers 1 to (0, 0):", answers[0].sum(), "of 360")
#> answers 1 to (0, 0): 360 of 360
# --8<-- [end:through-origin]
