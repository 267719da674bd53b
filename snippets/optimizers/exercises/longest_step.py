"""How far momentum carries under a steady slope."""

# --8<-- [start:answer]
v = 0.0
for _ in range(500):
    v = 0.98 * v + 3.0
print(round(0.01 * v, 4), round(0.01 * 3.0 / (1 - 0.98), 4))
#> 1.4999 1.5
# --8<-- [end:answer]

assert abs(0.01 * v - 1.5) < 1e-3
