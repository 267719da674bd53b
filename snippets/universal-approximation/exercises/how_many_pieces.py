"""The number of pieces that a tolerance asks for."""

# --8<-- [start:answer]
import numpy as np

bend = 4 * np.pi**2
pieces = int(np.ceil(np.sqrt(bend / 8 / 0.001)))
dots = np.linspace(0, 1, pieces + 1)
x = np.linspace(0, 1, 10_001)
lines = np.interp(x, dots, np.sin(2 * np.pi * dots))
error = np.abs(lines - np.sin(2 * np.pi * x)).max()
print(pieces, error.round(5), error < 0.001)
#> 71 0.00098 True
# --8<-- [end:answer]

fewer = np.linspace(0, 1, pieces - 1)
lines = np.interp(x, fewer, np.sin(2 * np.pi * fewer))
assert np.abs(lines - np.sin(2 * np.pi * x)).max() > 0.001
