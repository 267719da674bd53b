"""What the chapter on frameworks reads and computes without any framework."""

from itertools import chain

import pytest

from guide.chapters.frameworks import experiments as frameworks
from guide.chapters.frameworks import tables

THEIRS = {"PyTorch", "Keras", "scikit-learn"}


def test_kept_differences_stay_below_their_bounds_and_these_below_the_promise() -> None:
    found = frameworks.results()
    assert set(found["bounds"]) == set(found["float64"]) == THEIRS
    for framework, bounds in found["bounds"].items():
        assert set(bounds) == set(found["float64"][framework])
        assert len(bounds) == 10
        for quantity, bound in bounds.items():
            assert found["float64"][framework][quantity] < bound <= 1e-10


def test_tables_show_every_quantity_and_every_setting() -> None:
    agreement, defaults = tables.agreement(), tables.defaults()
    assert set(agreement.columns) == THEIRS | {"Quantity"}
    assert set(defaults.columns) == THEIRS | {"Unless told", "nnbyhand"}
    assert len(agreement.rows) == 10
    assert all(cell.startswith("below 1e-1") for row in agreement.rows for cell in row[1:])
    assert all(chain.from_iterable(defaults.rows))


def test_an_epsilon_before_the_correction_acts_as_a_larger_one() -> None:
    found = frameworks.epsilons()
    assert found.factor == pytest.approx(1000**0.5)
    after, before = 1 / (1 + 0.1), 1 / (1 + 0.1 * 1000**0.5)
    assert found.shorter == pytest.approx(100 * (1 - before / after))
    assert frameworks.epsilons(slope=1.0).shorter < 1e-3


def test_courses_tell_their_best_epoch() -> None:
    course = frameworks.Course((3.0, 2.0, 1.0), (2.0, 0.5, 0.7))
    assert (course.epochs, course.best_epoch, course.best, course.last) == (3, 2, 0.5, 0.7)
    kept = frameworks.course()
    assert kept.epochs - kept.best_epoch == 10  # the patience of the example
    sorted_rows = frameworks.sorted_course()
    assert sorted_rows.last > 10
    assert sorted_rows.training[-1] < 0.1


def test_flowers_are_counted() -> None:
    assert frameworks.flowers() == 150
