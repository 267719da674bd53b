"""The chapter on hyperparameters: one at a time, two at a time, and searches for many."""
