"""Autodiff finds that softmax with cross-entropy sends back a - y."""

# --8<-- [start:answer]
from math import exp, log


class Value:
    def __init__(self, number: float, *parents: tuple["Value", float]) -> None:
        self.number, self.grad, self.parents = number, 0.0, parents

    def __add__(self, other: "Value") -> "Value":
        return Value(self.number + other.number, (self, 1.0), (other, 1.0))

    def __truediv__(self, other: "Value") -> "Value":
        ratio = self.number / other.number
        slopes = (self, 1 / other.number), (other, -ratio / other.number)
        return Value(ratio, *slopes)

    def exp(self) -> "Value":
        power = exp(self.number)
        return Value(power, (self, power))

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


scores = [Value(2.0), Value(1.0), Value(0.0)]
powers = [score.exp() for score in scores]
total = powers[0] + powers[1] + powers[2]
shares = [power / total for power in powers]
shares[1].minus_log().backward()  # the second class is the right one
print("autodiff:", [round(score.grad, 4) for score in scores])
#> autodiff: [0.6652, -0.7553, 0.09]
right = (0, 1, 0)
pairs = zip(shares, right, strict=True)
print("a - y:   ", [round(share.number - y, 4) for share, y in pairs])
#> a - y:    [0.6652, -0.7553, 0.09]
# --8<-- [end:answer]

pairs = zip(scores, shares, right, strict=True)
assert all(abs(z.grad - (a.number - y)) < 1e-15 for z, a, y in pairs)
