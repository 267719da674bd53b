"""Without noise the points lie on their curves; with it, they are blurred by just that much."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pytest

from nnbyhand.data.base import Data
from nnbyhand.data.generated import (
    blobs,
    circles,
    moons,
    noisy_xor,
    sine_wave,
    spirals,
    straight_line,
)
from nnbyhand.errors import InputValueError

Generate = Callable[..., Data]
YES_OR_NO = [noisy_xor, moons, circles, spirals]
CURVES = [straight_line, sine_wave]
ALL = [*YES_OR_NO, blobs, *CURVES]
DEFAULT_NOISE = {
    noisy_xor: 0.1,
    moons: 0.1,
    circles: 0.1,
    spirals: 0.05,
    blobs: 0.5,
} | dict.fromkeys(CURVES, 0.1)
by_name = pytest.mark.parametrize("generate", ALL, ids=lambda generate: generate.__name__)
SPREAD = "It is a standard deviation; 0 gives exact points."


def generator(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def exact(generate: Generate, examples: int = 400, **settings: float) -> Data:
    return generate(examples, noise=0, rng=generator(), **settings)


@by_name
def test_shapes_and_types(generate: Generate) -> None:
    data = generate(13, rng=generator())
    assert data.x.shape == (13, 1 if generate in CURVES else 2)
    assert data.x.dtype == np.float64
    assert data.names == (("x",) if generate in CURVES else ("x1", "x2"))
    if generate is blobs:
        assert data.y.shape == (13,)
        assert data.y.dtype == np.int64
        assert data.classes == ("0", "1", "2")
    else:
        assert data.y.shape == (13, 1)
        assert data.y.dtype == np.float64
        assert data.classes == (() if generate in CURVES else ("0", "1"))


@by_name
def test_the_generator_decides(generate: Generate) -> None:
    one, again, other = (generate(20, rng=generator(seed)) for seed in (3, 3, 4))
    np.testing.assert_array_equal(one.x, again.x)
    np.testing.assert_array_equal(one.y, again.y)
    assert not np.any(one.x == other.x)


@by_name
def test_noise_is_a_standard_deviation(generate: Generate) -> None:
    clean, blurred = (generate(4000, noise=noise, rng=generator()) for noise in (0, 0.3))
    changed, same = ("y", "x") if generate in CURVES else ("x", "y")
    np.testing.assert_array_equal(getattr(clean, same), getattr(blurred, same))
    noise = getattr(blurred, changed) - getattr(clean, changed)
    assert np.abs(noise.mean(axis=0)).max() < 0.02
    np.testing.assert_allclose(noise.std(axis=0), 0.3, rtol=0.05)
    if generate not in CURVES:
        assert abs(np.corrcoef(noise.T)[0, 1]) < 0.06


@by_name
def test_noise_by_default(generate: Generate) -> None:
    default = generate(8, rng=generator())
    stated = generate(8, noise=DEFAULT_NOISE[generate], rng=generator())
    np.testing.assert_array_equal(default.x, stated.x)
    np.testing.assert_array_equal(default.y, stated.y)


@pytest.mark.parametrize("generate", YES_OR_NO)
@pytest.mark.parametrize(("examples", "ones"), [(4, 2), (200, 100), (201, 100)])
def test_both_answers_are_equally_frequent(generate: Generate, examples: int, ones: int) -> None:
    y = generate(examples, rng=generator()).y
    assert y.sum() == ones
    if examples > 4:  # so many are hardly sorted by chance
        assert np.any(np.diff(y[: examples // 2, 0]) < 0)
        assert np.any(np.diff(y[: examples // 2, 0]) == 0)
    assert set(np.unique(y)) == {0, 1}


def test_noisy_xor_surrounds_its_corners() -> None:
    data = exact(noisy_xor, 10)
    corners, counts = np.unique(data.x, axis=0, return_counts=True)
    np.testing.assert_array_equal(corners, [[0, 0], [0, 1], [1, 0], [1, 1]])
    assert sorted(counts) == [2, 2, 3, 3]
    np.testing.assert_array_equal(data.y[:, 0], data.x[:, 0] != data.x[:, 1])


def test_moons_lie_on_two_half_circles() -> None:
    data = exact(moons)
    upper, lower = data.x[data.y[:, 0] == 0], data.x[data.y[:, 0] == 1]
    np.testing.assert_allclose(np.linalg.norm(upper, axis=1), 1, rtol=1e-14)
    np.testing.assert_allclose(np.linalg.norm(lower - [1, 0.5], axis=1), 1, rtol=1e-14)
    assert upper[:, 1].min() >= 0
    assert lower[:, 1].max() <= 0.5
    for half, left in ((upper, -1), (lower, 0)):  # both ends are reached
        assert half[:, 0].min() == pytest.approx(left, abs=0.01)
        assert half[:, 0].max() == pytest.approx(left + 2, abs=0.01)


def test_circles_have_radius_1_and_one_half() -> None:
    data = exact(circles)
    radius = np.linalg.norm(data.x, axis=1)
    np.testing.assert_allclose(radius, np.where(data.y[:, 0] == 0, 1, 0.5), rtol=1e-14)
    angle = np.arctan2(data.x[:, 1], data.x[:, 0])
    assert np.histogram(angle, bins=8, range=(-np.pi, np.pi))[0].min() > 30


@pytest.mark.parametrize("turns", [1.0, 2.5, 0])
def test_spirals_turn_with_their_radius(turns: float) -> None:
    data = exact(spirals, turns=turns)
    r = np.linalg.norm(data.x, axis=1)
    turn = turns * r + data.y[:, 0] / 2
    expected = r[:, None] * np.column_stack([np.cos(2 * np.pi * turn), np.sin(2 * np.pi * turn)])
    np.testing.assert_allclose(data.x, expected, atol=1e-12)
    assert r.min() < 0.02
    assert 0.98 < r.max() <= 1


def test_spirals_make_one_turn_by_default() -> None:
    np.testing.assert_array_equal(exact(spirals).x, exact(spirals, turns=1).x)


def test_blobs_have_their_centers_on_a_circle() -> None:
    data = exact(blobs, 10, classes=4)
    np.testing.assert_allclose(
        data.x, np.array([[2, 0], [0, 2], [-2, 0], [0, -2]])[data.y], atol=1e-15
    )
    assert sorted(np.bincount(data.y)) == [2, 2, 3, 3]
    assert data.classes == ("0", "1", "2", "3")
    assert np.any(np.diff(data.y) < 0)


def test_lines_and_waves() -> None:
    line = exact(straight_line)
    np.testing.assert_allclose(line.y, 2 * line.x + 1, rtol=1e-14, atol=1e-15)
    other = exact(straight_line, slope=-3, intercept=0.5)
    np.testing.assert_allclose(other.y, 0.5 - 3 * other.x, rtol=1e-14, atol=1e-14)
    wave = exact(sine_wave)
    np.testing.assert_array_equal(wave.y, np.sin(wave.x))
    for data, end in ((line, 1), (wave, np.pi)):
        assert data.x.min() == pytest.approx(-end, abs=0.02 * end)
        assert data.x.max() == pytest.approx(end, abs=0.02 * end)
        assert abs(data.x).max() <= end
        assert abs(data.x.mean()) < 0.1 * end


@pytest.mark.parametrize(
    ("generate", "least"),
    [
        (noisy_xor, 4),
        (moons, 2),
        (circles, 2),
        (spirals, 2),
        (blobs, 3),
        (partial(blobs, classes=5), 5),
        (straight_line, 1),
        (sine_wave, 1),
    ],
)
def test_enough_points_for_each_class(generate: Generate, least: int) -> None:
    assert len(generate(least, rng=generator()).x) == least
    with pytest.raises(InputValueError) as error:
        generate(least - 1, rng=generator())
    assert str(error.value) == (
        f"examples: got {least - 1}, expected a whole number from {least} on. Ask for more points."
    )


@by_name
def test_noise_is_not_negative(generate: Generate) -> None:
    with pytest.raises(InputValueError) as error:
        generate(8, noise=-0.1, rng=generator())
    assert str(error.value) == (f"noise: got -0.1, expected a finite number, 0 or more. {SPREAD}")


def test_other_arguments() -> None:
    with pytest.raises(InputValueError) as error:
        blobs(8, classes=1, rng=generator())
    assert str(error.value) == (
        "classes: got 1, expected a whole number from 2 on. "
        "Two classes are the fewest to tell apart."
    )
    with pytest.raises(InputValueError) as error:
        spirals(8, turns=-1, rng=generator())
    assert str(error.value) == (
        "turns: got -1.0, expected a finite number, 0 or more. "
        "Give the number of full turns, such as 1.5."
    )
    for name in ("slope", "intercept"):
        with pytest.raises(InputValueError) as error:
            straight_line(8, **{name: np.inf}, rng=generator())
        assert str(error.value) == (
            f"{name}: got inf, expected a number above -inf and below inf. "
            "A line is given by two finite numbers."
        )


@pytest.mark.parametrize(
    ("generate", "x", "y"),
    [
        (noisy_xor, [[0.9464, 1.0362], [1.1304, 0.0947]], [0, 1]),
        (moons, [[1.7705, -0.0494], [-1.1952, 0.2488]], [1, 0]),
        (circles, [[0.1312, -0.4569], [0.6210, -0.5430]], [1, 0]),
        (spirals, [[-0.3460, 0.7519], [0.6628, -0.4866]], [1, 0]),
    ],
)
def test_a_seed_gives_the_same_points_in_every_version(
    generate: Generate, x: list[list[float]], y: list[int]
) -> None:
    # The chapters print what comes of these points; other points would change their numbers.
    data = generate(6, rng=generator(0))
    np.testing.assert_allclose(data.x[:2], x, atol=5e-5)
    np.testing.assert_array_equal(data.y[:2, 0], y)


def test_circles_are_even_all_around() -> None:
    # Of 400 points 200 lie above the middle on average; the standard deviation is 10.
    assert abs((exact(circles).x[:, 1] > 0).sum() - 200) < 4 * 10
