"""The experiments of the page on what comes next: counts, shares, and what is kept of a task."""

import numpy as np
import pytest

from guide.chapters.what_next.experiments.transfer import (
    FEW,
    SOURCE,
    WAYS,
    Task,
    other_digits,
    other_task,
    snow,
    snowy_task,
    transferred,
)
from guide.chapters.what_next.experiments.wiring import attention, wiring


def test_a_convolution_is_a_dense_layer_with_shared_weights() -> None:
    # Six inputs, a window of two: five places.
    shared = np.zeros((6, 5))
    for place in range(5):
        shared[place : place + 2, place] = 1, 2
    found = wiring()
    assert found.dense == shared.size
    assert found.shared == len(np.unique(shared[shared != 0]))


def test_shares_are_those_of_softmax() -> None:
    found = attention()
    assert found.shares.sum(axis=1) == pytest.approx(1)
    assert found.shares[0] == pytest.approx(1 / 3)  # a query of zeros
    # "lamp": scores 4, 0 and 0, over the root of 2. "glows": 2, 6 and 0.
    lamp, glows = np.exp([2**1.5, 0, 0]), np.exp([2**0.5, 6 / 2**0.5, 0])
    assert found.lamp_from_switch == pytest.approx(100 * lamp[0] / lamp.sum())
    assert found.glows_from_lamp == pytest.approx(100 * glows[1] / glows.sum())


@pytest.mark.parametrize(("task", "classes"), [(snowy_task(), 10), (other_task(), 5)])
def test_parts_of_a_task_have_no_image_in_common(task: Task, classes: int) -> None:
    assert task.classes == classes
    rows = [row.tobytes() for part in task for row in part.x]
    assert len(set(rows)) == len(rows)
    for part in task:
        assert len(part.x) == len(part.y)
        assert np.bincount(part.y).min() >= max(FEW)


def test_snow_lies_on_the_new_images_alone() -> None:
    source, pool, test = snowy_task()
    assert len(source.x) == SOURCE
    assert source.x.min() >= 0
    assert pool.x.min() < -1
    assert test.x.min() < -1


def test_the_first_task_is_learned_elsewhere_and_kept() -> None:
    """On the very task that was learned, what is kept is worth more than a new start."""
    source, _, _ = snowy_task()
    half = len(source.x) // 2
    seen, unseen = (
        type(source)(*(part[rows] for part in source)) for rows in (slice(half), slice(half, None))
    )
    found = transferred(Task(source, seen, unseen), 4)
    middle = {way: rows[0, 1] for way, rows in found.quartiles.items()}
    assert middle["kept"] < middle["new"] < middle["random"]


def test_each_number_is_a_quartile_over_networks() -> None:
    found = snow()
    assert found.seeds == 30
    assert (*found.quartiles,) == WAYS
    for rows in found.quartiles.values():
        assert rows.shape == (len(FEW), 3)
        assert (np.diff(rows) >= 0).all()


def test_in_snow_keeping_pays() -> None:
    new, kept, tuned, random = snow().quartiles.values()
    assert (kept[:, 2] < new[:, 0]).all()  # three quarters of the networks beat three quarters
    assert (kept[:, 1] < tuned[:, 1]).all()
    assert (tuned[:, 1] < new[:, 1]).all()
    assert (random[:, 1] > new[:, 1]).all()


def test_on_other_digits_keeping_costs() -> None:
    new, kept, tuned, random = other_digits().quartiles.values()
    assert (kept[:, 0] > new[:, 2]).all()
    assert (kept[:, 1] > random[:, 1]).all()
    assert (tuned[:, 1] >= new[:, 1]).all()
    assert (tuned[2:, 1] - new[2:, 1] < 1).all()
