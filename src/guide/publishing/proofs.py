"""Proves one piece of a page and says, for readers, what proved it."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_all_start_methods, get_context

from guide.files import write_atomically
from guide.publishing.cache import remembered
from guide.publishing.drawing import Drawing, draw
from guide.publishing.equations import check_equation
from guide.publishing.errors import PublishingError
from guide.publishing.numbers import check_number, value_of
from guide.publishing.origins import (
    builder_of,
    experiment_of,
    figure_of,
    place_of,
    what_computes,
    what_draws,
)
from guide.publishing.pages import Piece
from guide.publishing.project import Project
from guide.publishing.sections import section
from guide.publishing.snippets import compare, results_in
from guide.tables.table import Table


@dataclass(frozen=True)
class Proof:
    """What stands behind a piece of a page.

    Attributes:
        mark: A few words to stand beside the piece.
        sentence: What was computed or compared, over how many seeds or inputs.
        source: The file that did it, as seen from the root.
        line: The line of that file.
    """

    mark: str
    sentence: str
    source: str
    line: int


def prove(piece: Piece, project: Project) -> Proof:
    """Prove a piece of a page.

    Raises:
        PublishingError: What the page shows is not what running, drawing or computing gives.
    """
    return _PROVERS[piece.kind](piece, project)


def prove_all(pieces: Sequence[Piece], project: Project) -> list[Proof | PublishingError]:
    """Prove pieces and return, in their order, the proof of each or what is wrong with it.

    Nothing of a changed `src` is in the cache yet, so that then every core takes a share: processes
    that start with the libraries loaded, where the system can do that, but with nothing of `src`.
    """
    attempt = partial(_attempt, project=project)
    known = project.cache / "proven" / project.fingerprint
    if known.exists():
        return [attempt(piece) for piece in pieces]
    # Not forked from this process: a development server has threads, which would be left behind.
    context = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
    context.set_forkserver_preload(["matplotlib.figure", "sympy"])
    with ProcessPoolExecutor(mp_context=context) as workers:
        # Neighbors often share an experiment, which then one worker computes for all of them.
        proofs = list(workers.map(attempt, pieces, chunksize=8))
    write_atomically(known, "")
    return proofs


def _attempt(piece: Piece, project: Project) -> Proof | PublishingError:
    try:
        return prove(piece, project)
    except PublishingError as fault:
        return fault


def _prove_code(piece: Piece, project: Project) -> Proof:
    name, part = section(project.snippets, piece.reference, f"docs/{piece.page}", piece.line)
    source = (project.snippets / name).read_text(encoding="utf-8")
    path = f"snippets/{name}"
    remembered(project, "snippets", (path, source), lambda: compare(source, path))
    count = results_in(source, part)
    results = f"{count} result{'s' * (count != 1)} compared" if count else "nothing printed"
    sentence = (
        f"The build ran this code from {path}; {results} with what it prints, to the last digit."
    )
    if not count:
        sentence = f"The build ran this code from {path}, and it ended without an error."
    return Proof(f"ran: {results}" if count else "ran", sentence, path, part.first if part else 1)


def _prove_equation(piece: Piece, project: Project) -> Proof:
    path = project.snippets / piece.reference
    if not path.is_file():
        raise piece.fault(f"there is no snippets/{piece.reference} to include")
    key = (piece.reference, project.equations_in(path.parent))
    check = remembered(project, "equations", key, lambda: check_equation(path, project.root))
    return Proof(check.mark(), check.sentence(), f"snippets/{piece.reference}", 1)


def _prove_number(piece: Piece, project: Project) -> Proof:
    value = remembered(project, "numbers", (piece.reference,), lambda: value_of(piece))
    check_number(piece, value)
    function = experiment_of(piece)
    return Proof("computed", what_computes(function), *place_of(function, project))


def _prove_figure(piece: Piece, project: Project) -> Proof:
    drawing_of(piece, project)
    function = figure_of(piece)
    return Proof("drawn at build", what_draws(function), *place_of(function, project))


def _prove_table(piece: Piece, project: Project) -> Proof:
    function = builder_of(piece)
    table_of(piece)
    return Proof("built from the package", what_draws(function), *place_of(function, project))


_PROVERS: dict[str, Callable[[Piece, Project], Proof]] = {
    "code": _prove_code,
    "equation": _prove_equation,
    "number": _prove_number,
    "figure": _prove_figure,
    "table": _prove_table,
}


def drawing_of(piece: Piece, project: Project) -> Drawing:
    """Draw a figure of a page, or take it from the cache."""
    if len(piece.text.strip()) < 40:  # noqa: PLR2004  (a sentence, not a word)
        raise piece.fault(
            f"the figure's alternative text {piece.text!r} is too short to stand for the picture"
        )
    function = figure_of(piece)
    name = piece.reference.replace("/", "-")
    return remembered(project, "figures", (name,), lambda: draw(function, name))


def table_of(piece: Piece) -> Table:
    """Build a table of a page."""
    function = builder_of(piece)
    try:
        return function()
    except Exception as error:
        raise piece.fault(
            f"{function.__module__}.{function.__name__} raised {type(error).__name__}: {error}"
        ) from error
