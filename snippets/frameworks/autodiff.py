"""Autodiff: write the formula, get its slope."""

# --8<-- [start:slope]
import numpy as np
import torch

import nnbyhand as nn

z = np.array([-2.0, 0.0, 2.0])
t = torch.tensor(z, requires_grad=True)
(t * torch.sigmoid(t)).sum().backward()
print(t.grad.numpy().round(6))
#> [-0.090784  0.5       1.090784]
print(nn.silu.derivative(z).round(6))
#> [-0.090784  0.5       1.090784]
# --8<-- [end:slope]
