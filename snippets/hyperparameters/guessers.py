"""The best of many guessers looks good on the set that chose it."""

# --8<-- [start:best-guesser]
import numpy as np

rng = np.random.default_rng(0)
validation = rng.random((200, 40)) < 0.5  # 200 models, 40 coin flips each
test = rng.random((200, 1000)) < 0.5

scores = validation.mean(axis=1)
winner = scores.argmax()
print(f"winner on validation: {scores[winner]:.1%}")
#> winner on validation: 72.5%
print(f"winner on the test:   {test[winner].mean():.1%}")
#> winner on the test:   51.9%
# --8<-- [end:best-guesser]
