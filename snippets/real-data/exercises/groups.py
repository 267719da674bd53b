"""A split that keeps each group on one side."""

# --8<-- [start:answer]
import numpy as np

rng = np.random.default_rng(0)
person = rng.integers(0, 20, size=300)  # who wrote each of 300 rows

people = rng.permutation(np.unique(person))
test = np.isin(person, people[:4])  # four people, with all their rows
print(test.sum(), "test rows by", len(np.unique(person[test])), "people")
#> 50 test rows by 4 people
print("in both parts:", np.intersect1d(person[test], person[~test]))
#> in both parts: []
# --8<-- [end:answer]

assert 30 < test.sum() < 100
