"""How fast weight decay shrinks an idle weight."""

# --8<-- [start:answer]
import math

rate, strength = 0.1, 0.02
factor = 1 - rate * strength
print("left after 1000 steps:", round(factor**1000, 4))
#> left after 1000 steps: 0.1351
print("steps to one half:", math.ceil(math.log(0.5) / math.log(factor)))
#> steps to one half: 347
# --8<-- [end:answer]

assert factor**347 < 0.5 < factor**346
