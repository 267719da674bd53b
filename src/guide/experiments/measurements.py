"""Measurements that were taken once and are kept: a build reads them and measures nothing."""

import json
from pathlib import Path
from typing import Any

from guide.files import read_text


def kept_beside(module: str) -> dict[str, Any]:
    """Read the JSON file that stands beside a module and has its name.

    Args:
        module: The module's `__file__`.
    """
    found: dict[str, Any] = json.loads(read_text(Path(module).with_suffix(".json")))
    return found
