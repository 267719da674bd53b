"""The chapter on the neuron: weights, bias, and the plane that they cut."""
