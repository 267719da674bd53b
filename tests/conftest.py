"""Deals the tests out to the cores: those that share something costly stay together."""

from pathlib import Path

import pytest

BROWSER = Path(__file__).parent / "browser"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each file to one core, and all page gates, which share their visits, to one."""
    for item in items:
        together = BROWSER if item.path.is_relative_to(BROWSER) else item.path
        item.add_marker(pytest.mark.xdist_group(together.as_posix()))
