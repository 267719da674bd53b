"""The progress bar appears where it is watched and where tqdm is installed."""

import sys
from collections.abc import Iterator
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

import nnbyhand as nn
from nnbyhand.training.loop import counted


class Bar:
    """Stands in for tqdm.tqdm, which is an optional package."""

    def __init__(self, epochs: range, **words: str) -> None:
        self.epochs = epochs
        self.words = words

    def __iter__(self) -> Iterator[int]:
        return iter(self.epochs)


@pytest.fixture
def tqdm(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("tqdm")
    module.tqdm = Bar  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tqdm", module)


def watch(monkeypatch: pytest.MonkeyPatch, *, terminal: bool) -> None:
    monkeypatch.setattr(sys, "stderr", SimpleNamespace(isatty=lambda: terminal))


@pytest.mark.usefixtures("tqdm")
@pytest.mark.parametrize(
    ("progress", "terminal", "bar"),
    [
        (None, True, True),
        (None, False, False),
        (True, True, True),
        (True, False, True),
        (False, True, False),
        (False, False, False),
    ],
)
def test_where_there_is_a_bar(
    monkeypatch: pytest.MonkeyPatch,
    progress: bool | None,  # noqa: FBT001
    terminal: bool,  # noqa: FBT001
    bar: bool,  # noqa: FBT001
) -> None:
    watch(monkeypatch, terminal=terminal)
    epochs = counted(range(3), progress=progress)
    assert list(epochs) == [0, 1, 2]
    assert isinstance(epochs, Bar) is bar


@pytest.mark.usefixtures("tqdm")
def test_what_the_bar_says() -> None:
    bar = counted(range(3), progress=True)
    assert isinstance(bar, Bar)
    assert bar.words == {"desc": "Training", "unit": " epochs"}


@pytest.mark.usefixtures("tqdm")
def test_a_program_without_a_console_has_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert counted(range(3), progress=None) == range(3)


def test_without_tqdm_nothing_happens_unless_a_bar_is_demanded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "tqdm", None)  # import fails
    watch(monkeypatch, terminal=True)
    assert counted(range(3), progress=None) == range(3)
    assert counted(range(3), progress=False) == range(3)
    with pytest.raises(nn.InputValueError) as error:
        counted(range(3), progress=True)
    assert str(error.value) == (
        "progress: got True, expected the package tqdm to draw the bar. "
        "Install tqdm, or leave progress out."
    )


def test_training_passes_on_what_is_demanded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm", None)
    watch(monkeypatch, terminal=False)
    rng = np.random.default_rng(0)
    choices = {"loss": nn.mse, "optimizer": nn.SGD(0.1), "epochs": 1, "rng": rng}
    with pytest.raises(nn.InputValueError, match=r"^progress: got True"):
        nn.train(nn.MLP([1, 1], rng=rng), [[1.0]], [[2.0]], **choices, progress=True)
