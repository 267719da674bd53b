"""What the chapter on optimizers computes."""
