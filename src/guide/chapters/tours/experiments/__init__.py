"""What the tours of the playground compute."""
