"""Attention among three words, with numbers set by hand."""

# --8<-- [start:attention]
import numpy as np

words = "switch", "lamp", "glows"
Q = np.array([[0, 0], [2, 0], [1, 3]])  # what each word asks for
K = np.array([[2, 0], [0, 2], [0, 0]])  # what each word offers
V = np.array([[1, 0], [0, 1], [1, 1]])  # what each word hands over

scores = Q @ K.T / np.sqrt(2)
shares = np.exp(scores - scores.max(axis=1, keepdims=True))
shares /= shares.sum(axis=1, keepdims=True)
for word, share, mean in zip(words, shares, shares @ V, strict=True):
    print(f"{word:6}", share.round(2), "->", mean.round(2))
#> switch [0.33 0.33 0.33] -> [0.67 0.67]
#> lamp   [0.89 0.05 0.05] -> [0.95 0.11]
#> glows  [0.06 0.93 0.01] -> [0.07 0.94]
# --8<-- [end:attention]
