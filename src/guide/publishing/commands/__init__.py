"""The commands that write files: a new chapter, refreshed results, expanded pages."""
