"""A matrix that stretches once, and shrinks in the long run."""

# --8<-- [start:powers]
import numpy as np

w = np.array([[0.9, 2.0], [0.0, 0.9]])
print("sizes of eigenvalues", np.abs(np.linalg.eigvals(w)))
#> sizes of eigenvalues [0.9 0.9]
print("longest stretch", np.linalg.norm(w, 2).round(2))
#> longest stretch 2.35
for steps in (1, 5, 10, 50, 100):
    print(steps, f"{np.linalg.norm(np.linalg.matrix_power(w, steps), 2):.3g}")
#> 1 2.35
#> 5 6.61
#> 10 7.76
#> 50 0.573
#> 100 0.0059
# --8<-- [end:powers]
