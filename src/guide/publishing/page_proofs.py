"""Proves pieces of pages: at once where nothing changed, on every core where much did."""

import os
import re
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_all_start_methods, get_context, parent_process
from threading import Thread

from guide.errors import PublishingError, PublishingErrors
from guide.publishing.cache import Work, remembered, settle
from guide.publishing.pages import Piece
from guide.publishing.project import Project
from guide.publishing.proofs import Proof, prove, work_of

# Not forked from this process: a development server has threads, which would be left behind.
_METHOD = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
_LIBRARIES = ["matplotlib.figure", "sympy"]
_FEW = 4  # pieces are done before another process has loaded its libraries


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
    new = [piece for piece in pieces if _is_new(piece, project)]
    if len(new) > _FEW:
        with workers() as processes:
            list(processes.map(partial(settle_share, project=project), shares(new)))
    proven: list[Proof] = []
    faults: list[PublishingError] = []
    for piece in pieces:
        try:
            proven.append(remembered(project, proof_work(piece, project)))
        except PublishingError as fault:
            faults.append(fault)
    if faults:
        raise PublishingErrors(faults)
    return proven


def proof_work(piece: Piece, project: Project) -> Work[Proof]:
    """Return what proves a piece, wherever it stands on its page.

    Raises:
        PublishingError: The snippet or equation that the page names is not there.
    """
    work = work_of(piece, project)
    modules = ("guide.publishing.proofs", *work.modules)
    key = (piece.kind, piece.reference, piece.text, *work.key)
    return Work("proofs", modules, key, lambda: prove(piece, project))


def _is_new(piece: Piece, project: Project) -> bool:
    work = work_if_there(piece, project)
    return work is not None and not work.place(project).exists()


def work_if_there(piece: Piece, project: Project) -> Work[Proof] | None:
    """Return what proves a piece, if its source is there; whoever proves it says so if not."""
    try:
        return proof_work(piece, project)
    except PublishingError:
        return None


def shares(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces by what they share: the numbers of an experiment, the parts of a snippet.

    Numbers come first: figures and tables show experiments that are then done.
    """
    found: dict[tuple[str, str], list[Piece]] = {}
    for piece in sorted(pieces, key=lambda piece: piece.kind != "number"):
        whole = piece.reference
        if piece.kind == "number":
            whole = ".".join(re.split(r"[.\[]", whole)[:2])
        elif piece.kind == "code":
            whole = whole.partition(":")[0]
        found.setdefault((piece.kind, whole), []).append(piece)
    return [*found.values()]


def settle_share(pieces: Sequence[Piece], project: Project) -> None:
    """Prove pieces, and leave proofs and faults in the cache."""
    for piece in pieces:
        settle(project, proof_work(piece, project))
