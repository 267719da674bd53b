"""What the chapter on the perceptron computes."""
