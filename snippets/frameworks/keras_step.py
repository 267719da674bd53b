"""The network of two switches in Keras: outputs, loss, gradients, one step."""

# --8<-- [start:step]
import os

os.environ["KERAS_BACKEND"] = "torch"
import keras
import numpy as np

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y = np.array([[0.0], [1.0], [1.0], [0.0]])
W1, b1 = np.array([[0.5, -0.5], [0.25, 0.75]]), np.array([0.0, -0.25])
W2, b2 = np.array([[1.0], [-1.0]]), np.array([0.1])

model = keras.Sequential(
    [
        keras.Input(shape=(2,)),
        keras.layers.Dense(2, activation="sigmoid"),
        keras.layers.Dense(1),
    ]
)
model.set_weights([W1, b1, W2, b2])
optimizer = keras.optimizers.SGD(learning_rate=0.5)
loss_of = keras.losses.BinaryCrossentropy(from_logits=True)

scores = model(X)
outputs = keras.ops.sigmoid(scores)
loss = loss_of(y, scores)
loss.backward()  # Keras leaves this to PyTorch
gradients = [variable.value.grad for variable in model.trainable_variables]
optimizer.apply(gradients, model.trainable_variables)
print(outputs.detach().numpy().ravel().round(6))
#> [0.540455 0.509928 0.599081 0.569345]
print(round(loss.item(), 6))
#> 0.701453
print(gradients[0].numpy().round(6))
#> [[ 0.00746  -0.013745]
#>  [ 0.000858 -0.006792]]
print(model.get_weights()[0].round(6))
#> [[ 0.49627  -0.493128]
#>  [ 0.249571  0.753396]]
# --8<-- [end:step]
