"""Parameters of a convolution on an image with three colors."""

# --8<-- [start:answer]
window, colors, filters = 5 * 5, 3, 16
print((window * colors + 1) * filters)
#> 1216
# --8<-- [end:answer]

assert (window * colors + 1) * filters == 16 * 75 + 16
