"""What is kept of a page ends when something it came from changes."""

import sys
from pathlib import Path

import pytest

from guide.publishing.pieces import proving
from guide.publishing.pieces.code import CodePiece
from guide.publishing.pieces.kinds import KINDS
from guide.publishing.pieces.piece import Piece
from guide.publishing.pieces.proving import prove_pieces, shares
from guide.publishing.pieces.table import TablePiece
from guide.publishing.project import Project


def place_of(piece: Piece, root: Path) -> Path:
    """Return the file that keeps what the next build finds of a piece."""
    project = Project(root)
    return project.memory.place(piece.work(project))


@pytest.mark.parametrize("chapter", ["activations", "losses"])
def test_a_table_follows_the_equations_of_its_chapter_alone(tmp_path: Path, chapter: str) -> None:
    table = TablePiece("learn/activations.md", 1, (0, 1), "activations.facts")
    equation = tmp_path / "snippets" / chapter / "relu.tex"
    equation.parent.mkdir(parents=True)
    equation.write_text("% identity\nx = x\n", encoding="utf-8")
    before = place_of(table, tmp_path)
    assert place_of(table, tmp_path) == before
    equation.write_text("% identity\n2 x = 2 x\n", encoding="utf-8")
    changed = place_of(table, tmp_path) != before
    assert changed == (chapter == "activations")


def test_what_proves_a_new_piece_is_looked_up_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "snippets").mkdir()
    (tmp_path / "snippets/a.py").write_text("print(1)\n#> 1\n", encoding="utf-8")
    looked_up, work = [], CodePiece.work
    monkeypatch.setattr(CodePiece, "work", lambda *given: looked_up.append(1) or work(*given))
    prove_pieces([CodePiece("learn/losses.md", 1, (0, 1), "a.py")], Project(tmp_path))
    assert len(looked_up) == 1


def test_what_shares_work_is_one_share_and_numbers_come_first() -> None:
    references = {
        "losses/huber.py:value": "code",
        "losses/noise": "figure",
        "losses.prices.median": "number",
        "losses/huber.py:slope": "code",
        "losses.prices.mean": "number",
        "losses.noise.slope": "number",
    }
    pieces = [KINDS[kind]("learn/losses.md", 1, (0, 1), name) for name, kind in references.items()]
    assert [[piece.reference for piece in share] for share in shares(pieces)] == [
        ["losses.prices.median", "losses.prices.mean"],
        ["losses.noise.slope"],
        ["losses/huber.py:value", "losses/huber.py:slope"],
        ["losses/noise"],
    ]


def test_every_core_helps_where_a_system_has_no_fork_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proving, "_METHOD", "spawn")  # what Windows has
    monkeypatch.setitem(sys.modules, "multiprocessing.forkserver", None)
    (tmp_path / "snippets").mkdir()
    pieces = []
    for number in range(8):
        code = f"print({number})\n#> {number}\n"
        (tmp_path / f"snippets/{number}.py").write_text(code, encoding="utf-8")
        pieces.append(CodePiece("learn/losses.md", number, (number, number + 1), f"{number}.py"))
    proven = prove_pieces(pieces, Project(tmp_path))
    assert [proof.source for proof in proven] == [f"snippets/{n}.py" for n in range(8)]
