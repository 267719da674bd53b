"""What the pages show, drawn: one function per figure, one module per chapter."""
