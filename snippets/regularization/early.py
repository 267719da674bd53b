"""Early stopping: keep the best, wait, go back."""

# --8<-- [start:patience]
import numpy as np

rng = np.random.default_rng(2)
x, y = rng.normal(size=(20, 15)), rng.normal(size=(20, 1))
x_val, y_val = rng.normal(size=(50, 15)), rng.normal(size=(50, 1))
y, y_val = y + x[:, :1], y_val + x_val[:, :1]  # one input matters

w = np.zeros((15, 1))
best, best_w, waited, patience = np.inf, w, 0, 5
for epoch in range(1, 1001):
    w = w - 0.1 * x.T @ (x @ w - y) / len(x)
    loss = ((x_val @ w - y_val) ** 2).mean()
    if loss < best:
        best, best_w, best_epoch, waited = loss, w.copy(), epoch, 0
    else:
        waited += 1
        if waited == patience:
            break
print("stopped after", epoch, "- last loss", round(loss, 4))
#> stopped after 12 - last loss 1.2744
w = best_w
print("went back to", best_epoch, "- best loss", round(best, 4))
#> went back to 7 - best loss 1.2381
# --8<-- [end:patience]
