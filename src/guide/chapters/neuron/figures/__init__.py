"""What the chapter on the neuron draws."""
