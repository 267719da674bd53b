"""The chapter on activations: their slopes, the units that die, and the rows that floats lose."""
