"""What the pages list, built from the objects of the package."""
