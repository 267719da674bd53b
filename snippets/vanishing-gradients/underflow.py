"""Where small numbers stop having an effect in float32."""

# --8<-- [start:limits]
import numpy as np

quarter = np.float32(0.25)
print(quarter**74, quarter**75)
#> 3e-45 0.0
weight, step = np.float32(0.5), np.float32(1e-8)
print(weight - step == weight)
#> True
# --8<-- [end:limits]
