"""The palette holds for readers with any kind of color vision, in both schemes.

Sources: contrast, WCAG 2.2, "relative luminance" and "contrast ratio"; OKLab, B. Ottosson, "A
perceptual color space for image processing", 2020; color vision deficiencies, G. M. Machado,
M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
Deficiency", IEEE TVCG 15(6), 2009, the matrices of its supplement at severity 1.0, which apply to
linear RGB.
"""

import itertools
import re

import numpy as np
import pytest
from numpy.typing import NDArray

from guide.figures import palette
from guide.figures.palette import FIGURE_SETS, MEANINGS, PALETTE, Color, color, tokens_css

Vector = NDArray[np.float64]

SCHEMES = (0, 1)
TEXT, LINE, TOLD_APART = 4.5, 3.0, 0.12

VISIONS = {
    "normal": np.eye(3),
    "protan": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deutan": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritan": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}

RGB_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
LMS_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def linear_rgb(hexadecimal: str) -> Vector:
    encoded = np.array([int(hexadecimal[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    luminances = sorted(linear_rgb(each) @ [0.2126, 0.7152, 0.0722] for each in (one, other))
    return float((luminances[1] + 0.05) / (luminances[0] + 0.05))


def seen(hexadecimal: str, vision: str) -> Vector:
    rgb = np.clip(VISIONS[vision] @ linear_rgb(hexadecimal), 0, 1)
    return np.asarray(LMS_TO_LAB @ np.cbrt(RGB_TO_LMS @ rgb))


def distance(one: str, other: str, vision: str) -> float:
    return float(np.linalg.norm(seen(one, vision) - seen(other, vision)))


def lowest_contrast(pair: Color, grounds: dict[str, Color]) -> float:
    return min(
        contrast(pair[scheme], each[scheme]) for each in grounds.values() for scheme in SCHEMES
    )


def closest(tokens: frozenset[str]) -> float:
    """Return the smallest distance within a set, over both schemes and every vision."""
    return min(
        distance(PALETTE[one][scheme], PALETTE[other][scheme], vision)
        for one, other in itertools.combinations(sorted(tokens), 2)
        for scheme in SCHEMES
        for vision in VISIONS
    )


@pytest.mark.parametrize("token", [*palette.TEXTS, *palette.CODE, *MEANINGS])
def test_text_can_be_read_on_the_page_and_on_code(token: str) -> None:
    assert lowest_contrast(PALETTE[token], palette.GROUNDS) >= TEXT


@pytest.mark.parametrize("token", palette.OUTLINES)
def test_outlines_can_be_seen_on_the_page_and_on_code(token: str) -> None:
    assert lowest_contrast(PALETTE[token], palette.GROUNDS) >= LINE


@pytest.mark.parametrize("token", palette.HAIRLINES)
def test_hairlines_are_there_but_quieter_than_axes(token: str) -> None:
    ground = {"ground": PALETTE["ground"]}
    assert 1.15 <= lowest_contrast(PALETTE[token], ground) < LINE


@pytest.mark.parametrize("tokens", FIGURE_SETS, ids=lambda tokens: " ".join(sorted(tokens)))
def test_colors_that_meet_in_a_figure_can_be_told_apart(tokens: frozenset[str]) -> None:
    assert closest(tokens) >= TOLD_APART


def test_every_color_with_a_meaning_stands_in_a_set() -> None:
    assert set().union(*FIGURE_SETS) == set(MEANINGS)


@pytest.mark.parametrize("family", ["ACTIVATIONS", "OPTIMIZERS"])
def test_no_two_of_a_family_look_the_same(family: str) -> None:
    colors = getattr(palette, family).values()
    for scheme in SCHEMES:
        for one, other in itertools.combinations(colors, 2):
            assert distance(one[scheme], other[scheme], "normal") >= 0.07


def test_the_measures_agree_with_published_values() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)  # WCAG's near miss
    assert seen("#ff0000", "normal") == pytest.approx([0.628, 0.2249, 0.1258], abs=5e-4)
    assert all(
        matrix.sum(axis=1) == pytest.approx([1, 1, 1], abs=2e-6) for matrix in VISIONS.values()
    )


def test_no_two_tokens_share_a_light_color() -> None:
    assert len({pair.light for pair in PALETTE.values()}) == len(PALETTE)


def test_colors_are_written_as_six_hexadecimal_digits() -> None:
    assert all(re.fullmatch("#[0-9a-f]{6}", each) for pair in PALETTE.values() for each in pair)


def test_families_do_not_overwrite_one_another() -> None:
    names = [name for name in dir(palette) if name.isupper()]
    families = [getattr(palette, name) for name in names if name not in {"PALETTE", "MEANINGS"}]
    assert sum(len(family) for family in families if isinstance(family, dict)) == len(PALETTE)


def test_an_unknown_color_is_named_and_the_known_are_listed() -> None:
    with pytest.raises(KeyError, match=r"no color is called 'blue'.*positive"):
        color("blue")


def test_css_names_every_color_in_both_schemes() -> None:
    old, both = tokens_css().split("@supports (color: light-dark(red, red))")
    assert old.startswith(":root {")
    for token, pair in PALETTE.items():
        assert f"--nn-{token}: {pair.light};" in old
        assert f"--nn-{token}: light-dark({pair.light}, {pair.dark});" in both
