"""Exercise 1: what a layer of PyTorch keeps."""

# --8<-- [start:answer]
import torch

layer = torch.nn.Linear(4, 16)
print(tuple(layer.weight.shape), tuple(layer.bias.shape))
#> (16, 4) (16,)
print(sum(parameter.numel() for parameter in layer.parameters()))
#> 80
# --8<-- [end:answer]
assert layer.weight.T.shape == (4, 16)
