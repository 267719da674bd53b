"""What `make bench` kept compares equal work, and the page on speed says what is in it."""

from typing import Any

import pytest

from guide.chapters.speed import experiments as measured
from guide.chapters.speed import tables

TRAININGS = measured.results()["trainings"]
CONTESTANTS = ("nnbyhand", "scikit-learn", "PyTorch", "Keras")
by_training = pytest.mark.parametrize("row", TRAININGS.values(), ids=TRAININGS)


@by_training
def test_each_contestant_learned_as_much_as_the_others(row: dict[str, Any]) -> None:
    assert tuple(row) == CONTESTANTS
    accuracies = [one["accuracy"] for one in row.values()]
    assert max(accuracies) - min(accuracies) <= 0.02
    losses = [one["loss"] for one in row.values()]
    assert max(losses) <= 1.5 * min(losses)


@by_training
def test_the_package_is_what_the_others_are_measured_by(row: dict[str, Any]) -> None:
    assert row["nnbyhand"]["times longer"] == {"median": 1, "low": 1, "high": 1}
    for one in row.values():
        spread = one["times longer"]
        assert 0 < spread["low"] <= spread["median"] <= spread["high"]


def test_prose_takes_its_numbers_from_the_rows_that_it_names() -> None:
    found = measured.trainings()
    small = [name for name in TRAININGS if not name.startswith("784")]
    assert [name.split()[0] for name in small] == ["XOR", "Iris", "Iris", "digits"]
    others = CONTESTANTS[1:]
    ratios = {
        name: [row[one]["times longer"]["median"] for one in others]
        for name, row in TRAININGS.items()
    }
    row = TRAININGS["784-128-10, 128 at a time"]
    lows, highs = ([row[one]["times longer"][end] for one in others] for end in ("low", "high"))
    assert [low < 1 < high for low, high in zip(lows, highs, strict=True)] == [False, True, True]
    assert lows[0] > 1  # scikit-learn, in every turn
    middle = ratios["784-128-10, 128 at a time"]
    assert found.least_small == min(ratio for name in small for ratio in ratios[name])
    assert (found.least_middle, found.most_middle) == (min(middle), max(middle))
    assert [found.torch_large, found.keras_large] == ratios["784-1024-10, 256 at a time"][1:]


def test_tables_hold_every_contest() -> None:
    assert tables.trainings().columns == ("Training", *CONTESTANTS[1:])
    assert tables.steps().columns == ("Network", "PyTorch", "Keras")
    assert tables.learned().columns == tables.ways().columns == ("Training", *CONTESTANTS)
    for table in (tables.trainings(), tables.learned(), tables.ways()):
        assert [row[0].strip("*") for row in table.rows] == list(TRAININGS)
