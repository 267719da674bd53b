"""Mean squares multiply, and variances add, when all pairs are as likely."""

# --8<-- [start:all-pairs]
import numpy as np

w = np.array([-2.0, 2.0])  # two weights, as likely as each other; mean 0
a = np.array([1.0, 3.0])  # two inputs, likewise; mean not 0
product = np.outer(w, a)  # all four pairs are as likely, too
print("product:", product.var(), "is", w.var(), "times", (a**2).mean())
#> product: 20.0 is 4.0 times 5.0
u = np.array([-1.0, 1.0])
total = w[:, None] + u  # all four pairs
print("sum:", total.var(), "is", w.var(), "plus", u.var())
#> sum: 5.0 is 4.0 plus 1.0
# --8<-- [end:all-pairs]
