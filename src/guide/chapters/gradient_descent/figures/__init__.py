"""What the chapter on gradient descent draws."""
