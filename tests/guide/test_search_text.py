"""The search reads the formulas of a sentence."""

from collections.abc import Iterator

import pytest

from guide.publishing.project import HERE
from guide.publishing.typesetting.katex import Katex, letters_of


@pytest.fixture(scope="module")
def katex() -> Iterator[Katex]:
    typesetter = Katex(HERE)
    yield typesetter
    typesetter.close()


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        ("z", "z"),
        (r"\Phi(z)", "Φ(z)"),
        (r"W^{[1]} x + b", "W[1]x+b"),
        (r"\frac{1}{8}", r"\frac{1}{8}"),
        (r"\sqrt{n}", r"\sqrt{n}"),
    ],
)
def test_a_formula_is_its_letters_or_its_tex(katex: Katex, tex: str, text: str) -> None:
    assert letters_of(katex.html(tex, display=False)) == text


def test_drawings_and_displayed_equations_are_left_out(katex: Katex) -> None:
    assert not letters_of("<svg><text>z</text></svg>")
    assert not letters_of(f'<div class="equation">{katex.html("z", display=True)}</div>')
