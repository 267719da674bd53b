"""A progress bar, where somebody watches and the package tqdm is installed."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable
from typing import cast

from nnbyhand.errors import InputValueError


def counted(epochs: range, *, progress: bool | None) -> Iterable[int]:
    """Return the epochs, with a bar on stderr that moves as they pass.

    Args:
        epochs: What to count.
        progress: True for a bar, False for none; None for a bar where stderr is a terminal and
            tqdm is installed.

    Raises:
        InputValueError: If a bar is demanded and tqdm is not installed.
    """
    # stderr is None in programs without a console.
    watched = sys.stderr is not None and sys.stderr.isatty()
    if progress is False or (progress is None and not watched):
        return epochs
    try:
        tqdm = importlib.import_module("tqdm").tqdm
    except ImportError:
        if progress is None:
            return epochs
        hint = "Install tqdm, or leave progress out."
        expected = "the package tqdm to draw the bar"
        raise InputValueError("progress", "True", expected, hint) from None
    return cast("Iterable[int]", tqdm(epochs, desc="Training", unit=" epochs"))
