"""Proves pieces of pages: at once where nothing changed, on every core where much did."""

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_all_start_methods, get_context, parent_process
from threading import Thread

from guide.errors import MismatchError, PublishingError, PublishingErrors
from guide.publishing.pieces.piece import Piece, Proof, Unproven
from guide.publishing.project import Project
from guide.remembering import Work

# Not forked from this process: a development server has threads, which would be left behind.
_METHOD = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
_LIBRARIES = ["matplotlib.figure", "sympy"]
_FEW = 4  # pieces are done before another process has loaded its libraries
_OPEN = "This is what the page says. This machine has not checked it yet; it is about to."


def get_ready() -> None:
    """Load what the processes that prove pages begin with, where the system lets them share it."""
    if _METHOD == "forkserver":
        from multiprocessing import forkserver  # noqa: PLC0415  (not every system has it)

        forkserver.set_forkserver_preload(_LIBRARIES)
        forkserver.ensure_running()


def workers() -> ProcessPoolExecutor:
    """Return a process for each core.

    They start with the libraries loaded, where the system can do that, but with nothing of `src`.
    """
    get_ready()
    return ProcessPoolExecutor(mp_context=get_context(_METHOD), initializer=_end_with_parent)


def _end_with_parent() -> None:
    """End this process when the one that asked for it does, however that ends."""

    def follow() -> None:
        if parent := parent_process():
            parent.join()
            os._exit(1)

    Thread(target=follow, daemon=True).start()


def prove_pieces(pieces: Sequence[Piece], project: Project) -> list[Proof]:
    """Prove pieces of pages.

    Raises:
        PublishingErrors: Pieces do not hold; all their faults are listed.
    """
    works = [work_or_fault(piece, project) for piece in pieces]
    new = [
        piece
        for piece, work in zip(pieces, works, strict=True)
        if isinstance(work, Work) and not project.memory.place(work).exists()
    ]
    if len(new) > _FEW:
        with workers() as processes:
            list(processes.map(partial(settle_share, project=project), shares(new)))
    proven: list[Proof] = []
    faults: list[PublishingError] = []
    for work in works:
        try:
            proven.append(_proof(work, project))
        except PublishingError as fault:
            faults.append(fault)
    if faults:
        raise PublishingErrors(faults)
    return proven


def work_or_fault(piece: Piece, project: Project) -> Work[Proof] | PublishingError:
    """Return what proves a piece, or the fault that what it names is not there."""
    try:
        return piece.proof_work(project)
    except PublishingError as fault:
        return fault


def _proof(work: Work[Proof] | PublishingError, project: Project) -> Proof:
    if isinstance(work, PublishingError):
        raise work
    return project.memory.result(work)


def shares(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces by what they share: the numbers of an experiment, the parts of a snippet.

    Numbers come first: figures and tables show experiments that are then done.
    """
    found: dict[tuple[str, str], list[Piece]] = {}
    for piece in sorted(pieces, key=lambda piece: not piece.comes_first):
        found.setdefault((piece.kind, piece.share), []).append(piece)
    return [*found.values()]


def settle_share(pieces: Sequence[Piece], project: Project) -> None:
    """Prove pieces, and leave proofs and faults in the cache."""
    for piece in pieces:
        project.memory.settle(piece.proof_work(project))


def standing(
    piece: Piece, work: Work[Proof] | PublishingError, project: Project
) -> Proof | Unproven:
    """Return the proof of a piece that is kept, or what is known of it where there is none."""
    found = project.memory.settled(work) if isinstance(work, Work) else work
    if isinstance(found, PublishingError):
        return _unproven(piece, found)
    return found or Unproven("open", piece.under_way, _OPEN)


def _unproven(piece: Piece, fault: PublishingError) -> Unproven:
    if fault.path.startswith("docs/"):  # kept for all pages that show the piece
        fault = fault.at(f"docs/{piece.page}", piece.line)
    if not isinstance(fault, MismatchError):
        return Unproven("fault", "this does not hold", str(fault), fault)
    here = fault.here or "something else in another part of the file"
    return Unproven("differs", f"{piece.differs} {here}", str(fault), fault)
