"""The network of two switches in scikit-learn: outputs, loss, and one step."""

# --8<-- [start:step]
import numpy as np
from sklearn.neural_network import MLPClassifier

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y = np.array([0, 1, 1, 0])
W1, b1 = np.array([[0.5, -0.5], [0.25, 0.75]]), np.array([0.0, -0.25])
W2, b2 = np.array([[1.0], [-1.0]]), np.array([0.1])

model = MLPClassifier(
    hidden_layer_sizes=(2,),
    activation="logistic",
    solver="sgd",
    learning_rate_init=0.5,
    momentum=0,
    alpha=0,
)
model.partial_fit(X, y, classes=[0, 1])  # makes the arrays
model.coefs_, model.intercepts_ = [W1.copy(), W2], [b1, b2]

outputs = model.predict_proba(X)[:, 1]
model.partial_fit(X, y)
print(outputs.round(6))
#> [0.540455 0.509928 0.599081 0.569345]
print(round(model.loss_, 6))
#> 0.701453
print(((W1 - model.coefs_[0]) / 0.5).round(6))
#> [[ 0.00746  -0.013745]
#>  [ 0.000858 -0.006792]]
print(model.coefs_[0].round(6))
#> [[ 0.49627  -0.493128]
#>  [ 0.249571  0.753396]]
# --8<-- [end:step]
