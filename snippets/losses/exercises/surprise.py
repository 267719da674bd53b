"""What cross-entropy charges for three answers."""

# --8<-- [start:answer]
import numpy as np

for said in (0.9, 0.5):
    print(f"{said}: yes costs {-np.log(said):.3f}, no {-np.log(1 - said):.3f}")
#> 0.9: yes costs 0.105, no 2.303
#> 0.5: yes costs 0.693, no 0.693
# --8<-- [end:answer]

assert abs(-np.log(0.5) - np.log(2)) < 1e-15
assert -np.log(1 - 0.9) > 20 * -np.log(0.9)
