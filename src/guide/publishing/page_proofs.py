"""Proves whole pages: at once where nothing changed, on every core where much did."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from functools import partial
from multiprocessing import get_all_start_methods, get_context
from typing import Any, NamedTuple

from guide.errors import PublishingError, PublishingErrors
from guide.publishing.cache import Work, remembered
from guide.publishing.pages import Piece
from guide.publishing.project import Project
from guide.publishing.proofs import Proof, prove, work_of

# Not forked from this process: a development server has threads, which would be left behind.
_METHOD = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
_LIBRARIES = ["matplotlib.figure", "sympy"]
_FEW = 4  # pieces are done before another process has loaded its libraries


class PageProofs(NamedTuple):
    """The proofs of a page.

    Attributes:
        proofs: One for each of its pieces.
        state: A name for all that they depend on.
    """

    proofs: list[Proof]
    state: str


def get_ready() -> None:
    """Load what the processes that prove pages begin with, where the system lets them share it."""
    if _METHOD == "forkserver":
        from multiprocessing import forkserver  # noqa: PLC0415  (not every system has it)

        forkserver.set_forkserver_preload(_LIBRARIES)
        forkserver.ensure_running()


def prove_pages(pages: Sequence[Sequence[Piece]], project: Project) -> list[PageProofs]:
    """Prove the pieces of pages.

    Raises:
        PublishingErrors: Pieces do not hold; all faults of all pages are listed.
    """
    works = [_page_work(pieces, project) for pieces in pages]
    states = [work.place(project) for work in works]
    changed = [pieces for pieces, state in zip(pages, states, strict=True) if not state.exists()]
    _do_on_every_core([piece for pieces in changed for piece in pieces], project)
    proven: list[PageProofs] = []
    faults: list[PublishingError] = []
    for work, state in zip(works, states, strict=True):
        try:
            proven.append(PageProofs(remembered(project, work), state.stem))
        except PublishingErrors as found:
            faults += found.errors
    if faults:
        raise PublishingErrors(faults)
    return proven


def _page_work(pieces: Sequence[Piece], project: Project) -> Work[list[Proof]]:
    """Return what proves a page: it depends on all that its pieces depend on."""
    modules, key = {"guide.publishing.proofs"}, []
    for piece in pieces:
        key.append(f"{piece.page} {piece.line} {piece.kind} {piece.reference} {piece.text}")
        if work := _work_of(piece, project):
            modules |= {*work.modules}
            key += work.key
    return Work("pages", tuple(sorted(modules)), tuple(key), lambda: _prove_page(pieces, project))


def _prove_page(pieces: Sequence[Piece], project: Project) -> list[Proof]:
    proofs: list[Proof] = []
    faults: list[PublishingError] = []
    for piece in pieces:
        try:
            proofs.append(prove(piece, project))
        except PublishingError as fault:
            faults.append(fault)
    if faults:
        raise PublishingErrors(faults)
    return proofs


def _work_of(piece: Piece, project: Project) -> Work[Any] | None:
    """Return what a piece needs, if its source is there; whoever proves it says so if not."""
    try:
        return work_of(piece, project)
    except PublishingError:
        return None


def _do_on_every_core(pieces: Sequence[Piece], project: Project) -> None:
    """Let every core take a share of the work that was never done, if it is much.

    The processes start with the libraries loaded, where the system can do that, but with nothing of
    `src`, and leave what they find in the cache.
    """
    new = [
        piece
        for piece in pieces
        if (work := _work_of(piece, project)) and not work.place(project).exists()
    ]
    if len(new) <= _FEW:
        return
    get_ready()
    with ProcessPoolExecutor(mp_context=get_context(_METHOD)) as workers:
        list(workers.map(partial(_attempt, project=project), shares(new)))


def shares(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces by what they share: the numbers of an experiment, the parts of a snippet.

    Numbers come first: figures and tables show experiments that are then done.
    """
    found: dict[tuple[str, str], list[Piece]] = {}
    for piece in sorted(pieces, key=lambda piece: piece.kind != "number"):
        whole = piece.reference
        if piece.kind == "number":
            whole = ".".join(whole.split(".")[:2])
        elif piece.kind == "code":
            whole = whole.partition(":")[0]
        found.setdefault((piece.kind, whole), []).append(piece)
    return [*found.values()]


def _attempt(pieces: Sequence[Piece], project: Project) -> None:
    for piece in pieces:
        with suppress(PublishingError):  # the page is not kept, and says so itself
            prove(piece, project)
