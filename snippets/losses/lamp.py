"""What the untrained network of two switches is charged for each position."""

# --8<-- [start:four-positions]
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0], [1], [1], [0]])  # the staircase lamp
W1, b1 = np.array([[0.5, -0.5], [0.25, 0.75]]), np.array([0, -0.25])
W2, b2 = np.array([[1], [-1]]), np.array([0.1])

hidden = 1 / (1 + np.exp(-(X @ W1 + b1)))
a = 1 / (1 + np.exp(-(hidden @ W2 + b2)))
losses = -y * np.log(a) - (1 - y) * np.log(1 - a)

print(np.hstack([y, a, losses]).round(4))  # target, output, loss
#> [[0.     0.5405 0.7775]
#>  [1.     0.5099 0.6735]
#>  [1.     0.5991 0.5124]
#>  [0.     0.5693 0.8424]]
print("J =", losses.mean().round(4))
#> J = 0.7015
# --8<-- [end:four-positions]
