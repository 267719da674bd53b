"""The experiments of the chapter on gradient descent: known limits, laws, seeds that matter."""

import math

import numpy as np
import pytest

import nnbyhand as nn
from guide.chapters.gradient_descent.experiments.bills import CHARGE, PRICE, Bills
from guide.chapters.gradient_descent.experiments.bowl import (
    CURVATURE,
    bowl,
    landscape,
    landscape_slope,
    three_rates,
    valleys,
)
from guide.chapters.gradient_descent.experiments.bowl import bowl_slope as slope_of_bowl
from guide.chapters.gradient_descent.experiments.cliff import (
    CLIPS,
    chain_gradient,
    chain_loss,
    cliff,
    path,
)
from guide.chapters.gradient_descent.experiments.curvature import (
    NEAR,
    edge,
    in_hours,
    short_walk,
    speed,
    walks,
)
from guide.chapters.gradient_descent.experiments.curvature import centered as measured_centered
from guide.chapters.gradient_descent.experiments.curvature import (
    standardized as measured_standardized,
)
from guide.chapters.gradient_descent.experiments.lamps import (
    BUDGET,
    EXAMPLES,
    LOSS,
    RATES,
    Lamps,
    gradient_of,
    rates_of_network,
    sharpness,
)
from guide.chapters.gradient_descent.experiments.noise import noise
from guide.chapters.gradient_descent.experiments.order import orders
from guide.chapters.gradient_descent.experiments.race import (
    NIGHTS,
    RATES_OF_LINES,
    RATES_OF_NETWORKS,
    lines,
    race_of_lines,
    race_of_networks,
)
from guide.chapters.gradient_descent.experiments.schedules import (
    SHAPES,
    STEPS,
    WARM,
    schedules,
    settled_line,
)


@pytest.mark.parametrize(
    ("curve", "slope"), [(landscape, landscape_slope), (bowl, slope_of_bowl)], ids=["hill", "bowl"]
)
def test_slopes_belong_to_their_curves(curve: object, slope: object) -> None:
    for w in (-1.7, 0.2, 1.1):
        rise = (curve(w + 1e-6) - curve(w - 1e-6)) / 2e-6
        assert slope(w) == pytest.approx(rise, abs=1e-6)


def test_both_valleys_are_level_and_lie_on_both_sides() -> None:
    found = valleys()
    assert abs(landscape_slope(np.array([found.left, found.right]))).max() < 1e-4
    assert found.left < found.path[0, 0] < found.path[0, 1] < found.right
    assert found.left_height < found.right_height < landscape(found.path[0]).min()


def test_the_rates_lie_on_both_sides_of_the_critical_one() -> None:
    found = three_rates()
    small, right, large = found.rates
    assert small < right < 2 / CURVATURE < large
    assert found.right < 1e-5 < found.small < 3 < found.large
    assert found.small == pytest.approx(3 * (1 - CURVATURE * small) ** 10)


def test_the_ravine_is_the_loss_of_the_package() -> None:
    bills = Bills.drawn(3)
    ravine, line = bills.ravine(), np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    network = nn.MLP([1, 1], rng=np.random.default_rng(0), networks=3).with_parameters(line.T)
    x, y = bills.x.T[..., None], bills.cents.T[..., None]
    best = network.with_parameters(ravine.bottom().T)
    excess = nn.half_mse(network(x), y) - nn.half_mse(best(x), y)
    assert ravine.excess(line) == pytest.approx(excess)
    made = network.forward(x)
    slopes = network.backward(made, nn.half_mse.gradient(made.outputs, y)).parameters
    assert line - ravine.step(line, np.ones(3)) == pytest.approx(slopes.T)


def test_the_best_line_is_near_the_one_that_was_drawn() -> None:
    w, b = Bills.drawn(200).ravine().bottom()
    assert np.median(w) == pytest.approx(PRICE, abs=0.05)
    assert np.median(b) == pytest.approx(CHARGE, abs=0.2)
    assert w.std() > 0.05, "seeds matter"


def test_the_critical_rate_separates() -> None:
    found = edge()
    low, median, high = found.excess.T
    assert found.found == found.exploded == 100
    assert (low <= median).all()
    assert (median <= high).all()
    assert (median[found.rates < 1] < 1).all()
    assert (median[found.rates > 1] > 1).all()


def test_units_decide_the_curvature() -> None:
    hours, centered, standardized = (
        in_hours(),
        measured_centered(),
        measured_standardized(),
    )
    assert standardized.steepest == pytest.approx(1)
    assert standardized.condition == pytest.approx(1)
    assert standardized.critical == pytest.approx(2)
    assert hours.condition > centered.condition > standardized.condition
    assert hours.steps > centered.steps > standardized.steps == 1


def test_steps_follow_the_condition_number() -> None:
    found = speed()
    law = np.log(NEAR) / 2 / np.log((found.condition - 1) / (found.condition + 1))
    assert found.steps == pytest.approx(law, rel=0.1, abs=2)
    assert 0.9 < found.exponent < 1.1


def test_walks_go_where_their_rates_send_them() -> None:
    found = walks()
    b = found.ravine.bottom()[1, 0]
    left = 1 - found.lines[1, -1] / b
    assert left[1] < left[0] < 1 < abs(left[2])
    assert found.right < found.small < 100
    scaled, short = short_walk()
    assert scaled.excess(short[:, -1:]) < 1e-3 * scaled.excess(short[:, :1])


def test_a_network_is_best_at_a_rate_between() -> None:
    found = rates_of_network()
    low, median, high = found.loss.T
    assert found.rates[0] < found.best_rate < found.rates[-1]
    assert (low < median).all()
    assert (median < high).all()
    best = int(median.argmin())
    assert (np.diff(median[: best + 1]) < 0).all()
    assert (np.diff(median[best:]) > 0).all()
    assert found.best < found.loss[0, 1] < math.log(2) + 0.01 < found.loss[-1, 1]


def test_sharpness_is_the_curvature_along_the_steepest_direction() -> None:
    found = sharpness(seeds=5)
    lamps = Lamps.drawn(5)
    direction = np.random.default_rng(0).normal(size=lamps.network.parameters.shape)
    for _ in range(60):
        direction /= np.linalg.norm(direction, axis=1, keepdims=True)
        ahead, behind = (
            gradient_of(
                lamps.network.with_parameters(lamps.network.parameters + sign * 1e-4 * direction),
                lamps.x,
                lamps.y,
            )
            for sign in (1, -1)
        )
        direction = (ahead - behind) / 2e-4
    steepest = np.median(np.linalg.norm(direction, axis=1))
    assert found.steepest == pytest.approx(steepest, rel=1e-2)
    assert found.critical == pytest.approx(2 / found.steepest)


def test_noise_falls_with_the_root_of_the_batch() -> None:
    found = noise()
    assert found.lamps_exponent == pytest.approx(-0.5, abs=0.01)
    assert found.bills_exponent == pytest.approx(-0.5, abs=0.01)
    assert found.shuffled[-1].max() < 1e-9
    sizes = np.array(found.sizes)[:-1]
    finite = np.sqrt((EXAMPLES - sizes) / (EXAMPLES - 1))
    ratio = found.shuffled[:-1, 1] / found.lamps[:-1, 1]
    assert ratio == pytest.approx(finite, rel=0.1)
    assert found.single > found.of_16 > found.lamps[-1, 1]


def test_every_kind_of_batch_has_its_best_rate_inside_those_tried() -> None:
    for race, tried in (
        (race_of_lines(), RATES_OF_LINES),
        (race_of_networks(), RATES_OF_NETWORKS | {16: RATES}),
    ):
        for size, rate in zip(race.sizes, race.rates, strict=True):
            assert min(tried[size]) < rate < max(tried[size])


def test_small_batches_win_early_and_the_full_batch_late() -> None:
    lines_, networks = race_of_lines(), race_of_networks()
    assert lines_.budget == networks.budget == BUDGET == networks.long
    for race in (lines_, networks):
        assert race.single < race.mini < race.full
        assert race.single_wins > 50
    assert lines_.full_end < lines_.single_end < lines_.full
    assert networks.courses[:, 0, 1] == pytest.approx(networks.courses[0, 0, 1])


def test_a_full_batch_of_nights_is_gradient_descent() -> None:
    bills, rate = Bills.drawn(4, NIGHTS), 0.03
    excess = lines(bills, (rate,), NIGHTS)[0]
    walk = bills.ravine().walk(np.full(4, rate), 5)
    assert excess[:6] == pytest.approx(bills.ravine().excess(walk))


def test_a_falling_rate_ends_below_a_constant_one() -> None:
    assert settled_line() < race_of_lines().full_end
    assert 0 < settled_line() < race_of_lines().single_end / 1000


def test_sorted_examples_are_not_learned() -> None:
    found = orders()
    assert found.by_answer[-1, 1] > math.log(2) > 2 * found.shuffled[-1, 1]
    assert found.once[-1, 1] == pytest.approx(found.shuffled[-1, 1], rel=0.1)
    assert found.by_answer_accuracy < 60
    assert found.shuffled_accuracy > 85
    assert len(found.examples) == len(found.shuffled) == len(found.by_answer) == len(found.once)


def test_schedules_spend_the_same_steps() -> None:
    for name, shape in SHAPES.items():
        rates = [shape(2.0)(step) for step in range(STEPS)]
        assert max(rates) == pytest.approx(2), name
        assert min(rates) > 0
    assert SHAPES["warm-up"](1.0)(WARM) == 1 > SHAPES["warm-up"](1.0)(WARM - 1)


def test_schedules_do_what_the_chapter_says() -> None:
    found = schedules()
    assert found.loss.shape == (len(SHAPES), len(found.rates), 3)
    assert found.constant > found.step > found.cosine > found.warm
    assert 40 < found.cosine_wins < 60 < found.warm_wins < found.cosine_wins_at_same
    assert found.lost_constant > found.lost_step > found.lost_cosine > found.lost_warm
    assert max(found.usual_cosine, found.usual_warm) < found.lost_warm


def test_the_slopes_of_the_chain_are_right() -> None:
    weights = np.array([0.9, 1.1])
    report = nn.gradient_check(chain_loss, weights, chain_gradient(weights))
    assert report.relative_error < 1e-7


def test_clipping_saves_chains() -> None:
    found = cliff()
    assert found.thrown_by_norm == found.thrown_by_value == 0 < found.thrown
    assert found.found < found.found_by_value <= found.found_by_norm
    assert found.thrown != cliff(seeds=50).thrown, "starts matter"


@pytest.mark.parametrize(("clip", "longest"), [("norm", 1), ("value", math.sqrt(2))])
def test_clipped_steps_are_short(clip: str, longest: float) -> None:
    steps = np.linalg.norm(np.diff(path(clip, (0.95, 1.4), 30), axis=0), axis=1)
    assert steps.max() <= 0.01 * longest + 1e-12
    assert np.linalg.norm(np.diff(path("none", (0.95, 1.4), 1), axis=0)) > 1
    assert set(CLIPS) == {"none", "norm", "value"}


def test_lamps_start_alike_and_train_alone_as_among_others() -> None:
    together = Lamps.drawn(4)
    alone = Lamps(
        together.x[2:3],
        together.y[2:3],
        together.network.with_parameters(together.network.parameters[2:3]),
    )
    assert alone.trained(1.0, 16) == pytest.approx(together.trained(1.0, 16)[2:3], rel=1e-9)
    slow, fast = together.courses((0.5, 1.0), 16)
    assert fast[0] == pytest.approx(LOSS(together.network(together.x), together.y))
    assert slow[-1] == pytest.approx(together.trained(0.5, 16))
    assert fast[-1] == pytest.approx(together.trained(1.0, 16))
