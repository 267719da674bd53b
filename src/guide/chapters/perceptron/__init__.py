"""The chapter on the perceptron: the lamps that it learns, and how long that takes."""
