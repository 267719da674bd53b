"""A line that goes through an example holds by convention alone."""

# --8<-- [start:nudge]
import numpy as np

nearly_both = np.array([[1.0, 1.0], [0.99, 1.0]])
for name, w, b in (("learned", [2, 1], -3), ("by hand", [2, 2], -3)):
    z = nearly_both @ np.array(w) + b
    print(f"{name:8} z = {z.round(2)}  answers {(z >= 0).astype(int)}")
#> learned  z = [ 0.   -0.02]  answers [1 0]
#> by hand  z = [1.   0.98]  answers [1 1]
# --8<-- [end:nudge]
