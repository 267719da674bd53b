"""The chapter on optimizers: steps, ravines, decay, and a race on digits."""
