"""The network of two switches in PyTorch: outputs, loss, gradients, a step."""

# --8<-- [start:step]
import torch

X = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=torch.float64)
y = torch.tensor([[0], [1], [1], [0]], dtype=torch.float64)
W1, b1 = [[0.5, -0.5], [0.25, 0.75]], [0.0, -0.25]
W2, b2 = [[1.0], [-1.0]], [0.1]

model = torch.nn.Sequential(
    torch.nn.Linear(2, 2), torch.nn.Sigmoid(), torch.nn.Linear(2, 1)
).double()
parameters = list(model.parameters())
optimizer = torch.optim.SGD(parameters, lr=0.5)
with torch.no_grad():
    for parameter, start in zip(parameters, (W1, b1, W2, b2), strict=True):
        parameter.copy_(torch.tensor(start, dtype=torch.float64).t())

scores = model(X)
outputs = torch.sigmoid(scores)
loss = torch.nn.functional.binary_cross_entropy_with_logits(scores, y)
loss.backward()
optimizer.step()
print(outputs.detach().numpy().ravel().round(6))
#> [0.540455 0.509928 0.599081 0.569345]
print(round(loss.item(), 6))
#> 0.701453
print(model[0].weight.grad.numpy().T.round(6))
#> [[ 0.00746  -0.013745]
#>  [ 0.000858 -0.006792]]
print(model[0].weight.detach().numpy().T.round(6))
#> [[ 0.49627  -0.493128]
#>  [ 0.249571  0.753396]]
# --8<-- [end:step]
