"""Reverse-mode autodiff of single numbers, and its two classic bugs."""

# --8<-- [start:value]
from math import exp, log


class Value:
    def __init__(self, number: float, *parents: tuple["Value", float]) -> None:
        self.number, self.grad = number, 0.0
        self.parents = parents  # what it was made from, and how steeply

    def __add__(self, other: "Value") -> "Value":
        return Value(self.number + other.number, (self, 1.0), (other, 1.0))

    def __mul__(self, other: "Value") -> "Value":
        slopes = (self, other.number), (other, self.number)
        return Value(self.number * other.number, *slopes)

    def sigmoid(self) -> "Value":
        a = 1 / (1 + exp(-self.number))
        return Value(a, (self, a * (1 - a)))

    def minus_log(self) -> "Value":
        return Value(-log(self.number), (self, -1 / self.number))

    def sources_first(self, order: list["Value"]) -> list["Value"]:
        if self not in order:
            for parent, _ in self.parents:
                parent.sources_first(order)
            order.append(self)
        return order

    def backward(self) -> None:
        self.grad = 1.0
        for value in reversed(self.sources_first([])):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad


x1, x2 = Value(1.0), Value(0.0)
start = (0.5, -0.5, 0.25, 0.75, 0.0, -0.25, 1.0, -1.0, 0.1)
p = [Value(number) for number in start]
h1 = (x1 * p[0] + x2 * p[2] + p[4]).sigmoid()
h2 = (x1 * p[1] + x2 * p[3] + p[5]).sigmoid()
loss = (h1 * p[6] + h2 * p[7] + p[8]).sigmoid().minus_log()
loss.backward()
print([round(value.grad, 4) for value in p])
#> [-0.0942, 0.0874, 0.0, 0.0, -0.0942, 0.0874, -0.2496, -0.1286, -0.4009]
print("first switch:", round(x1.grad, 4))
#> first switch: -0.0908
for value in reversed(loss.sources_first([])):
    for parent, slope in value.parents:
        parent.grad = slope * value.grad  # = instead of +=
print("one path lost:", round(x1.grad, 4))
#> one path lost: -0.0471
w = Value(3.0)
square = w * w
for _ in range(2):
    square.backward()
    print("slope of w * w at 3:", w.grad)
#> slope of w * w at 3: 6.0
#> slope of w * w at 3: 12.0
# --8<-- [end:value]
