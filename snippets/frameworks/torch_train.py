"""Iris in PyTorch: a module, and the loop that trains it."""

# --8<-- [start:train]
import numpy as np
import torch
from torch.utils.data import DataLoader, TensorDataset

import nnbyhand as nn

torch.manual_seed(0)
data = nn.iris()
order = np.random.default_rng(0).permutation(150)  # it is sorted
X, y = data.x[order], torch.tensor(data.y[order])
X = torch.tensor(nn.Standardizer.fit(X[:96])(X), dtype=torch.float32)


class Classifier(torch.nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.hidden = torch.nn.Linear(4, 16)
        self.dropout = torch.nn.Dropout(0.2)
        self.output = torch.nn.Linear(16, 3)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.output(self.dropout(torch.relu(self.hidden(x))))


model = Classifier()
loss_of = torch.nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
rows = TensorDataset(X[:96], y[:96])
for _ in range(50):
    model.train()  # dropout on
    for X_batch, y_batch in DataLoader(rows, batch_size=32, shuffle=True):
        optimizer.zero_grad()
        loss = loss_of(model(X_batch), y_batch)
        loss.backward()
        optimizer.step()
model.eval()  # dropout off
with torch.no_grad():
    right = (model(X[120:]).argmax(dim=1) == y[120:]).sum().item()
print(right, "of 30 right")
#> 29 of 30 right
# --8<-- [end:train]
