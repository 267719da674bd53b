"""Labs: scripts in cells, run once for each state of the package, that look like chapters."""
