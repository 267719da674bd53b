"""What training says when a loss is no number any more."""

# --8<-- [start:divergence]
import textwrap

import numpy as np

import nnbyhand as nn

rng = np.random.default_rng(0)
hours = rng.uniform(0, 10, (64, 1))
cents = 3 * hours + 10

try:
    nn.train(
        nn.MLP([1, 1], rng=rng),
        hours,
        cents,
        loss=nn.half_mse,
        optimizer=nn.SGD(0.1),
        epochs=1000,
        rng=rng,
    )
except nn.DivergenceError as error:
    print(textwrap.fill(str(error), width=70))
#> loss: got inf in epoch 405, step 1, expected a finite number. Lower
#> the learning rate, clip the gradient, or scale the data to mean 0 and
#> variance 1. If the loss is from probabilities, use the one from
#> logits.
# --8<-- [end:divergence]
