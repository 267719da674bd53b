"""Parameters of two layers with as many outputs on an image of 8 by 8."""

# --8<-- [start:count]
places, filters = 6 * 6, 8  # where a square of 3 by 3 fits
outputs = places * filters
print("outputs:", outputs)
#> outputs: 288
print("dense layer:", (8 * 8 + 1) * outputs)
#> dense layer: 18720
print("convolution:", (3 * 3 + 1) * filters)
#> convolution: 80
# --8<-- [end:count]
