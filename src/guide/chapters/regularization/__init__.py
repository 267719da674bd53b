"""The chapter on regularization: overfitting, its remedies, and leaks."""
