"""What the chapter on frameworks states holds with the frameworks that are installed."""

import json

import measure
import numpy as np
import pytest
import torch

KEPT = json.loads(measure.RESULTS.read_text(encoding="utf-8"))
REWRITE = "python tests/frameworks/measure.py rewrites what is kept"


@pytest.fixture(scope="module")
def now() -> dict:
    return measure.measured()


def shape(found: dict) -> dict:
    return {name: sorted(inner) for name, inner in found.items()}


def test_what_is_kept_has_the_shape_of_what_is_measured(now: dict) -> None:
    assert shape(KEPT) == shape(now), REWRITE
    for kind in ("bounds", "float64", "float32", "defaults"):
        assert shape(KEPT[kind]) == shape(now[kind]), REWRITE


@pytest.mark.parametrize("framework", measure.agreement.FRAMEWORKS)
def test_frameworks_agree_within_the_bounds_of_the_page(framework: str) -> None:
    found = measure.agreement.differences(framework)
    assert all(np.isfinite(value) for value in found.values())
    over = {name: value for name, value in found.items() if value > KEPT["bounds"][framework][name]}
    assert over == {}, REWRITE
    assert max(KEPT["bounds"][framework].values()) <= measure.LIMIT
    assert max(KEPT["float64"][framework].values()) <= measure.LIMIT


@pytest.mark.parametrize("framework", measure.agreement.FRAMEWORKS)
def test_every_step_moves_and_every_optimizer_differs(framework: str) -> None:
    run = measure.agreement.FRAMEWORKS[framework]
    ends = [run(optimizer).path[-1] for optimizer in measure.agreement.OPTIMIZERS]
    assert all(np.abs(end - measure.agreement.PARAMETERS).max() > 0.01 for end in ends)
    assert all(np.abs(ends[i] - ends[i - 1]).max() > 0.01 for i in range(3))


def test_single_precision_is_told_apart(now: dict) -> None:
    for kind in (KEPT["float32"], now["float32"]):
        for framework in measure.agreement.FRAMEWORKS:
            assert 1e-9 < max(kind[framework].values()) < 1e-5, REWRITE


def test_versions_are_those_of_the_page(now: dict) -> None:
    assert KEPT["versions"] == now["versions"], REWRITE


def test_defaults_are_those_of_the_page(now: dict) -> None:
    assert KEPT["defaults"] == now["defaults"], REWRITE


@pytest.mark.parametrize("framework", measure.agreement.FRAMEWORKS)
def test_epsilon_stands_where_the_page_says(
    framework: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measure.agreement, "EPSILON", 0.01)
    after = measure.agreement.ours("Adam").path[0]
    theirs = measure.agreement.FRAMEWORKS[framework]("Adam").path[0]
    monkeypatch.setattr(measure.agreement, "EPSILON", 0.01 / (1 - 0.999) ** 0.5)
    before = measure.agreement.ours("Adam").path[0]
    where = KEPT["defaults"]["epsilon of Adam, and where"][framework].split(", ")[1]
    expected, other = {"after": (after, before), "before": (before, after)}[where]
    np.testing.assert_allclose(theirs, expected, atol=1e-8)
    assert np.abs(theirs - other).max() > 1e-3


def test_a_network_on_another_device_wants_its_batches_there() -> None:
    network, batch = torch.nn.Linear(4, 1).to("meta"), torch.zeros(2, 4)  # "meta": no card needed
    with pytest.raises(RuntimeError, match="device"):
        network(batch)
    assert network(batch.to("meta")).shape == (2, 1)


@pytest.mark.parametrize("run", ["history", "sorted"])
def test_the_losses_of_the_page_are_those_of_keras(now: dict, run: str) -> None:
    for part in ("training", "validation"):
        kept, found = KEPT[run][part], now[run][part]
        assert len(kept) == len(found), REWRITE
        np.testing.assert_allclose(kept, found, rtol=0.05, atol=0.02, err_msg=REWRITE)


def test_a_bound_leaves_room_and_has_a_floor() -> None:
    assert measure.bound(0.0) == 1e-15
    assert measure.bound(1.1e-16) == 1e-15
    assert measure.bound(3e-16) == 1e-14
    assert measure.bound(2e-10) == 1e-9
