"""The width of the hidden layer, from the number of parameters."""

# --8<-- [start:answer]
for width in (9, 10, 11):
    hidden = (2 + 1) * width
    output = (width + 1) * 1
    print(width, "units:", hidden + output, "parameters")
#> 9 units: 37 parameters
#> 10 units: 41 parameters
#> 11 units: 45 parameters
# --8<-- [end:answer]

assert all((2 + 1) * w + w + 1 == 4 * w + 1 for w in range(1, 50))
