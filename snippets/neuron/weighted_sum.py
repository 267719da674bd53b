"""A neuron as a sum, term by term, with an input that counts against."""

# --8<-- [start:stop]
w, b = [1, 1, -2], -1.5  # left hand, right hand, emergency stop

for x in ([1, 1, 0], [1, 0, 0], [1, 1, 1]):
    z = b
    for i in range(3):
        z += x[i] * w[i]
    print(x, "sum", z, "-> lamp", 1 if z >= 0 else 0)
#> [1, 1, 0] sum 0.5 -> lamp 1
#> [1, 0, 0] sum -0.5 -> lamp 0
#> [1, 1, 1] sum -1.5 -> lamp 0
# --8<-- [end:stop]
