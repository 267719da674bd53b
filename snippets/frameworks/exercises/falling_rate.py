"""Exercise 4: two forms of momentum part when the rate falls."""

# --8<-- [start:answer]
gradients, rates = [1.0, 1.0, 1.0], [0.1, 0.1, 0.01]
outside, velocity = [0.0], 0.0
inside, push = [0.0], 0.0
for g, rate in zip(gradients, rates, strict=True):
    velocity = 0.9 * velocity + g  # PyTorch: the rate comes last
    outside.append(outside[-1] - rate * velocity)
    push = 0.9 * push - rate * g  # Keras: the rate is inside
    inside.append(inside[-1] + push)
print([round(place, 4) for place in outside])
#> [0.0, -0.1, -0.29, -0.3171]
print([round(place, 4) for place in inside])
#> [0.0, -0.1, -0.29, -0.471]
# --8<-- [end:answer]
assert abs(outside[2] - inside[2]) < 1e-12
assert abs(outside[3] - inside[3]) > 0.1
