"""The experiments of the chapter on hyperparameters: shapes of curves, fair trials, the table."""

import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

import nnbyhand as nn
from guide.chapters.hyperparameters.experiments import sweeps
from guide.chapters.hyperparameters.experiments.choices import (
    SETTINGS,
    choices,
    deep_decay,
    deep_dropout,
)
from guide.chapters.hyperparameters.experiments.maps import (
    RATES,
    rate_and_batch,
    rate_and_optimizer,
    rate_and_scale,
)
from guide.chapters.hyperparameters.experiments.search import (
    RATE_DECADES,
    TRIALS,
    at_random,
    at_random_linear,
    grid,
    searches,
)
from guide.chapters.hyperparameters.experiments.seeds import duel as measured_duel
from guide.chapters.hyperparameters.experiments.sweeps import batch as measured_batch
from guide.chapters.hyperparameters.experiments.sweeps import dropout, epochs, one_example
from guide.chapters.hyperparameters.experiments.sweeps import rate as measured_rate
from guide.chapters.hyperparameters.experiments.task import (
    EXAMPLES,
    START,
    WORST,
    guessing,
    losses,
    network_of,
    points,
    scores,
)
from guide.chapters.hyperparameters.experiments.worn import worn as measured_worn
from guide.chapters.hyperparameters.tables import COLUMNS, FIGURES, guide
from guide.publishing.project import HERE

TWO_SIDED = (
    *(sweeps.rate, sweeps.width, sweeps.layers, sweeps.batch, sweeps.epochs),
    *(deep_dropout, deep_decay),
)


@pytest.mark.parametrize("experiment", TWO_SIDED)
def test_validation_loss_has_a_valley(experiment: Callable[[], sweeps.Sweep]) -> None:
    sweep = experiment()
    assert sweep.least < min(sweep.first, sweep.last) - 0.01
    assert (np.diff(sweep.validation, axis=1) >= 0).all()
    assert sweep.seeds >= 50


@pytest.mark.parametrize("experiment", [sweeps.width, sweeps.epochs])
def test_training_loss_falls_all_the_way(experiment: Callable[[], sweeps.Sweep]) -> None:
    sweep = experiment()
    assert (np.diff(sweep.training) < 0).all()


def test_brakes_only_harm_a_network_that_stops_in_time() -> None:
    assert dropout().best == 0
    assert deep_dropout().best > 0


def test_guessing_costs_the_logarithm_of_two() -> None:
    assert guessing() == pytest.approx(np.log(2))
    assert choices().median("all zero") == pytest.approx(guessing(), abs=0.02)


def test_a_group_of_choices_holds_the_start() -> None:
    assert [setting == START for setting in SETTINGS.values()].count(True) == 3
    assert choices().median("Adam (start)") == choices().quartiles["He (start)"][1]


def test_losses_are_those_of_the_package() -> None:
    network, seen = network_of(START, 3), points(3, EXAMPLES, 1)
    found = losses(network, seen)
    for seed in range(3):
        one = network.with_parameters(network.parameters[seed])
        loss = nn.binary_cross_entropy_from_logits(one(seen.x[seed]), seen.y[seed])
        assert found[seed] == pytest.approx(float(loss))


def test_diverged_networks_get_the_worst_loss() -> None:
    network = network_of(START, 2)
    huge = network.with_parameters(np.full_like(network.parameters, 1e200))
    assert (losses(huge, points(2, EXAMPLES, 1)) == WORST).all()


def test_rates_trained_together_are_those_trained_alone() -> None:
    short = replace(START, epochs=2)
    together = scores(short, 3, (0.01, 0.1)).validation
    for row, rate in zip(together, (0.01, 0.1), strict=True):
        assert np.allclose(row, scores(replace(short, rate=rate), 3).validation)
    assert len(set(together[0])) == 3, "seeds matter"


def test_the_best_rate_moves_as_the_page_says() -> None:
    batch, optimizer, scale = (
        rate_and_batch(),
        rate_and_optimizer(),
        rate_and_scale(),
    )
    assert (np.diff(batch.best) >= 0).all()
    assert batch.best[-1] > 3 * batch.best[0]
    assert optimizer.best[-1] > 10 * optimizer.best[0]
    assert (np.diff(scale.best) <= 0).all()
    assert abs(batch.least[-1] - batch.least[0]) < 0.02 < batch.last_at_first - batch.least[-1]
    assert batch.median.shape == (4, len(RATES))


def test_searches_try_as_many_points_within_one_range() -> None:
    low, high = 10.0 ** np.array(RATE_DECADES)
    for trials, rates in ((grid(5), 2), (at_random(5), TRIALS), (at_random_linear(5), TRIALS)):
        assert trials.rates.shape == trials.first.shape == trials.last.shape == (TRIALS, 5)
        assert low <= trials.rates.min() <= trials.rates.max() <= high
        assert len(set(trials.rates[:, 0])) == rates
    points_of_grid = np.stack([grid(1).rates, grid(1).first, grid(1).last])[..., 0].T
    assert len({tuple(point) for point in points_of_grid}) == TRIALS


def test_random_search_beats_the_grid_and_powers_beat_even_rates() -> None:
    found = searches()
    assert found.random.good > found.grid.good + 10
    assert found.random.wins > 55
    assert found.linear.good < found.grid.good


def test_more_runs_and_shared_seeds_make_fewer_mistakes() -> None:
    duel = measured_duel()
    assert (np.diff(duel.wrong) < 0).all()
    assert (duel.wrong_paired < duel.wrong).all()
    assert duel.difference / (duel.spread * np.sqrt(2 / duel.needed)) == pytest.approx(2)
    assert duel.needed_paired < duel.needed / 3


def test_only_the_promise_grows_with_the_settings_tried() -> None:
    worn = measured_worn()
    assert (np.diff(worn.validation) > 0).all()
    assert worn.gap[-1] > 5
    assert abs(worn.gap[0]) < 1.5
    assert abs(worn.test[3] - worn.test[-1]) < 0.3


def test_the_table_has_every_row_and_column() -> None:
    rows = ["learning rate", "hidden units", "layers", "batch size", "epochs", "dropout"]
    rows += ["weight decay", "optimizer", "initialization", "activation"]
    table = guide()
    assert table.columns == COLUMNS
    assert [row[0].strip("*") for row in table.rows] == rows


def test_every_failure_in_the_table_leads_to_a_figure() -> None:
    under_heading = figures_by_heading()
    assert {FIGURES[name]: name for name in FIGURES}.items() <= under_heading.items()
    for row in guide().rows:
        for cell in row[2:4]:
            link = re.search(r"\(#([a-z-]+)\)", cell)
            assert link is not None, cell
            assert link[1] in under_heading, cell


def figures_by_heading() -> dict[str, str]:
    """Return, for each heading of the page, the first figure that stands under it."""
    page = (HERE.docs / "learn" / "hyperparameters.md").read_text(encoding="utf-8")
    found = {}
    for part in re.split(r"^##+ ", page, flags=re.MULTILINE)[1:]:
        figure = re.search(r"figures/hyperparameters/([a-z-]+)\.svg", part)
        if figure is not None:
            title = part.splitlines()[0].lower()
            found[re.sub("[^a-z ]", "", title).replace(" ", "-")] = figure[1]
    return found


def test_the_table_says_what_was_measured() -> None:
    rows = {row[0].strip("*"): row for row in guide().rows}
    assert f"{measured_rate().first:.2f}" in rows["learning rate"][2]
    assert f"{epochs().last:.2f}" in rows["epochs"][3]
    assert f"{choices().median('ten times He'):.2f}" in rows["initialization"][3]


def test_one_example_at_a_time_is_too_many_steps_and_not_too_noisy() -> None:
    found, batch = one_example(), measured_batch()
    assert found.times_as_many_steps == 8
    assert (found.validation, found.training) == (batch.first, batch.training[0])
    assert found.start_validation == batch.validation[batch.values.index(8), 1]
    assert found.training < found.start_training, "noise would have kept it up"
    assert found.validation > found.start_validation + 0.02
    assert found.slower_validation == pytest.approx(found.start_validation, abs=0.01)
