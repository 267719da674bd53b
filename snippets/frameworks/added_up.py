"""PyTorch adds new gradients to old ones until they are cleared."""

# --8<-- [start:twice]
import torch

w = torch.tensor(3.0, requires_grad=True)
for _ in range(3):
    (w * w).backward()
    print(w.grad.item())
#> 6.0
#> 12.0
#> 18.0
# --8<-- [end:twice]
