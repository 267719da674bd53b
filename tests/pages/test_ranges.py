"""Numbers on pages hold over the whole range that `make machines` found."""

import pytest

from guide.machines.comparison import kept_ranges, pieces
from guide.publishing.pieces.number import printed_like
from guide.publishing.pieces.piece import Piece
from guide.publishing.project import HERE

RANGES = kept_ranges()
NUMBERS = [piece for piece in pieces(HERE) if piece.kind == "number"]


@pytest.mark.parametrize("number", NUMBERS, ids=lambda n: f"{n.page}:{n.line}:{n.reference}")
def test_a_number_prints_alike_at_both_ends_of_its_range(number: Piece) -> None:
    assert number.reference in RANGES, "no machine was asked for it: run `make machines`"
    ends = {printed_like(end, number.text) for end in RANGES[number.reference]}
    assert ends == {number.text}


def test_no_range_is_kept_of_a_number_that_no_page_prints() -> None:
    assert {*RANGES} == {number.reference for number in NUMBERS}
