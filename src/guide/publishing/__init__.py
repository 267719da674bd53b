"""Publishing: proves every code block, result, equation, number, figure and table, then sets it."""
