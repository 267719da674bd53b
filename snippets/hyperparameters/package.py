"""A random search with the package: an axis of trials, an axis of seeds."""

# --8<-- [start:search]
import numpy as np

import nnbyhand as nn

rng = np.random.default_rng(0)
data = nn.spirals(400, turns=0.75, noise=0.2, rng=rng)
part = nn.split(data.x, data.y, rng=rng)  # train, validation, test

rates = 10 ** rng.uniform(-5, 1, size=12)
networks = nn.MLP([2, 16, 1], networks=(12, 5), rng=rng)
result = nn.train(
    networks,
    part.train.x,
    part.train.y,
    loss=nn.binary_cross_entropy_from_logits,
    optimizer=nn.Adam(rates[:, None, None]),  # one rate per trial
    epochs=20,
    batch_size=16,
    validation=(part.validation.x, part.validation.y),
    rng=rng,
    on_divergence="mark",
)

losses = np.median(result.history.validation_loss[-1], axis=1)
for trial in losses.argsort()[:3]:
    print(f"rate {rates[trial]:.4f}   median loss {losses[trial]:.3f}")
#> rate 0.0278   median loss 0.358
#> rate 0.0074   median loss 0.405
#> rate 0.0018   median loss 0.465
# --8<-- [end:search]
