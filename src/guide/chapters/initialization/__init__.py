"""The chapter on initialization: what first weights do to signals, gradients and training."""
