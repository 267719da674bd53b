"""How formulas, tables and tall blocks are set, so that nothing jumps when they are shown."""
