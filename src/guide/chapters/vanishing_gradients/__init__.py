"""The chapter on vanishing gradients: what deep networks lose, and what cures them."""
