"""Counts the weights and biases of layers."""

# --8<-- [start:easy]
inputs, outputs = 3, 2
print(inputs * outputs + outputs)
#> 8
# --8<-- [end:easy]

# --8<-- [start:medium]
first = 3 * 2 + 2
second = 2 * 4 + 4
print(first + second)
#> 20
# --8<-- [end:medium]

# --8<-- [start:hard]
widths = [3, 2, 4]
count = 0
for i in range(len(widths) - 1):
    count += widths[i] * widths[i + 1] + widths[i + 1]
print(count)
#> 20
# --8<-- [end:hard]

assert inputs * outputs + outputs == first
assert count == first + second
