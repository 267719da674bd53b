"""Saving and loading in PyTorch: the numbers, without the class."""

# --8<-- [start:save]
import tempfile

import torch

model = torch.nn.Sequential(
    torch.nn.Linear(4, 16), torch.nn.ReLU(), torch.nn.Linear(16, 3)
)
same = torch.nn.Sequential(
    torch.nn.Linear(4, 16), torch.nn.ReLU(), torch.nn.Linear(16, 3)
)
x = torch.ones(1, 4)
with tempfile.TemporaryDirectory() as folder:
    torch.save(model.state_dict(), f"{folder}/model.pt")
    state = torch.load(f"{folder}/model.pt", weights_only=True)
same.load_state_dict(state)
print(torch.equal(model(x), same(x)))
#> True
# --8<-- [end:save]
