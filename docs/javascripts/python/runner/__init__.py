"""Runs a reader's Python: in the page under Pyodide, and the same natively, where tests hold it.

Nothing here knows of a browser. What the page gives is passed in: `write` takes what is printed,
`show` takes pictures, and `tick` tells whether the reader has pressed Stop.
"""

from runner.checking import check
from runner.names import imports
from runner.running import missing, run
from runner.spaces import forget
from runner.watching import watch

__all__ = ["check", "forget", "imports", "missing", "run", "watch"]
