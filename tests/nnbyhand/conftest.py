"""Every test of the package runs with floating-point warnings turned into errors."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import settings

# The same examples on every run, whatever else the machine is doing.
settings.register_profile("repeatable", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("repeatable")


@pytest.fixture(autouse=True)
def floating_point_warnings_are_errors() -> Iterator[None]:
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        yield


@pytest.fixture
def without_run_time_types(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let wrong types through to the package's own checks, as for users without beartype."""
    monkeypatch.setattr("jaxtyping.config.jaxtyping_disable", True)
