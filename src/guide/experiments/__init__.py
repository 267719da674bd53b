"""What the pages state and show, computed: pure functions, one module per chapter."""
