"""One step that is too long kills a ReLU unit and slows a leaky one."""

# --8<-- [start:one-step]
import numpy as np

x, y = np.array([0.5, 1.0, 1.5]), 0.5  # three examples, one right answer


def gradient(w: float, b: float, leak: float) -> np.ndarray:
    z = w * x + b
    slope = np.where(z > 0, 1, leak)
    delta = (slope * z - y) * slope
    return np.array([(delta * x).mean(), delta.mean()])


for leak in (0.0, 0.01):
    w, b = np.array([1.0, 0.5]) - 1.0 * gradient(1.0, 0.5, leak)
    print(f"leak {leak}: z is now", (w * x + b).round(3))
    print("  next gradient", gradient(w, b, leak).round(4))
#> leak 0.0: z is now [-0.583 -0.667 -0.75 ]
#>   next gradient [0. 0.]
#> leak 0.01: z is now [-0.583 -0.667 -0.75 ]
#>   next gradient [-0.0051 -0.0051]
# --8<-- [end:one-step]
