"""Every piece of every page holds: one test each, so that a fault names its culprit."""

import pytest

from guide.publishing.commands.expansion import expand_pages
from guide.publishing.pieces.kinds import pieces_of
from guide.publishing.pieces.piece import Piece
from guide.publishing.pieces.prose import check_prose
from guide.publishing.press import start
from guide.publishing.project import HERE

PAGES = [path.relative_to(HERE.docs).as_posix() for path in HERE.pages()]
PIECES = [
    piece
    for page in PAGES
    for piece in pieces_of((HERE.docs / page).read_text(encoding="utf-8"), page)
    if piece.is_listed
]


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: f"{piece.page}:{piece.line}")
def test_piece_is_proven(piece: Piece) -> None:
    proof = piece.prove(HERE)
    assert proof.sentence.endswith(".")
    assert (HERE.root / proof.source).is_file()


@pytest.mark.parametrize("page", PAGES)
def test_prose_states_nothing_unproven(page: str) -> None:
    assert check_prose((HERE.docs / page).read_text(encoding="utf-8"), page) == ()


def test_the_ledger_lists_every_piece() -> None:
    ledger = start(HERE).ledger
    assert [entry.piece for entry in ledger.entries] == PIECES
    anchors = [entry.anchor for entry in ledger.entries]
    assert len(set(anchors)) == len(anchors)


def test_as_many_blocks_are_run_as_readers_see() -> None:
    written = expand_pages(HERE)
    fences = sum(path.read_text(encoding="utf-8").count("\n```python\n") for path in written)
    assert fences == sum(piece.kind == "code" for piece in PIECES)
