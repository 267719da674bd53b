"""Proves one piece of a page and says, for readers, what proved it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from guide.files import read_text
from guide.publishing.cache import Work, remembered
from guide.publishing.descriptions import description_of
from guide.publishing.equations import EquationCheck, check_equation
from guide.publishing.figure_markup import Drawing
from guide.publishing.numbers import check_number, value_of
from guide.publishing.origins import (
    builder_of,
    experiment_of,
    figure_of,
    module_of,
    place_of,
    what_computes,
    what_draws,
)
from guide.publishing.pages import Piece
from guide.publishing.project import Project
from guide.publishing.sections import section
from guide.publishing.snippets import (
    FRAMEWORKS,
    Statement,
    compare_ran,
    frameworks_in,
    results_in,
    run,
)
from guide.tables.table import Table


@dataclass(frozen=True)
class Proof:
    """What stands behind a piece of a page.

    Attributes:
        mark: A few words to stand beside the piece.
        sentence: What was computed or compared, over how many seeds or inputs.
        source: The file that did it, as seen from the root.
        line: The line of that file.
        what: What the piece is; empty where its name and the sentence say it.
    """

    mark: str
    sentence: str
    source: str
    line: int
    what: str = ""


def prove(piece: Piece, project: Project) -> Proof:
    """Prove a piece of a page.

    Raises:
        PublishingError: What the page shows is not what running, drawing or computing gives, or
            nothing says what a number is.
    """
    _, prover = _KINDS[piece.kind]
    return replace(prover(piece, project), what=description_of(piece, project))


def work_of(piece: Piece, project: Project) -> Work[Any]:
    """Return what must be done to prove a piece, and what that depends on.

    Raises:
        PublishingError: The snippet or equation that the page names is not there.
    """
    work, _ = _KINDS[piece.kind]
    return work(piece, project)


def _code_work(piece: Piece, project: Project) -> Work[list[Statement]]:
    name, _ = section(project.snippets, piece.reference, f"docs/{piece.page}", piece.line)
    source, path = read_text(project.snippets / name), f"snippets/{name}"
    modules = ("guide.publishing.snippets", *(["nnbyhand"] if "nnbyhand" in source else []))
    if frameworks_in(source, path):  # not here: reading it found no fault, and that is all
        return Work("snippets", modules, (path, source), list)
    return Work("snippets", modules, (path, source), lambda: run(source, path))


def _prove_code(piece: Piece, project: Project) -> Proof:
    work = _code_work(piece, project)
    statements, (path, source) = remembered(project, work), work.key
    _, part = section(project.snippets, piece.reference, f"docs/{piece.page}", piece.line)
    count, first = results_in(source, part), part.first if part else 1
    results = f"{count} result{'s' * (count != 1)} compared" if count else "nothing printed"
    if frameworks := frameworks_in(source, path):
        names = " and ".join(FRAMEWORKS[name] for name in frameworks)
        sentence = (
            f"The build does without {names} and did not run this code from {path}. The command "
            f"make test-frameworks, which every change must pass, runs it; {results} with what it "
            "prints, to the last digit."
        )
        return Proof(f"tested with {names}: {results}", sentence, path, first)
    compare_ran(source, path, statements, part)
    sentence = (
        f"The build ran this code from {path}; {results} with what it prints, to the last digit."
    )
    if not count:
        sentence = f"The build ran this code from {path}, and it ended without an error."
    return Proof(f"ran: {results}" if count else "ran", sentence, path, first)


def _equation_work(piece: Piece, project: Project) -> Work[EquationCheck]:
    path = project.snippets / piece.reference
    if not path.is_file():
        raise piece.fault(f"there is no snippets/{piece.reference} to include")
    modules = ("guide.publishing.equations", "nnbyhand")
    key = (piece.reference, project.equations_in(path.parent))
    return Work("equations", modules, key, lambda: check_equation(path, project.root))


def _prove_equation(piece: Piece, project: Project) -> Proof:
    check = remembered(project, _equation_work(piece, project))
    return Proof(check.mark(), check.sentence(), f"snippets/{piece.reference}", 1)


def _number_work(piece: Piece, _: Project) -> Work[float]:
    modules = (module_of(piece), "guide.publishing.numbers")
    return Work("numbers", modules, (piece.reference,), lambda: value_of(piece))


def _prove_number(piece: Piece, project: Project) -> Proof:
    check_number(piece, remembered(project, _number_work(piece, project)))
    function = experiment_of(piece)
    return Proof("computed", what_computes(function), *place_of(function, project))


def _figure_work(piece: Piece, _: Project) -> Work[Drawing]:
    modules = (module_of(piece), "guide.publishing.drawing")
    return Work("figures", modules, (piece.reference,), lambda: _drawn(piece))


def _drawn(piece: Piece) -> Drawing:
    # Matplotlib takes half a second to import, which a build from the cache need not pay.
    from guide.publishing.drawing import draw  # noqa: PLC0415  (see above)

    return draw(figure_of(piece), piece.reference.replace("/", "-"))


def _prove_figure(piece: Piece, project: Project) -> Proof:
    drawing_of(piece, project)
    function = figure_of(piece)
    return Proof("drawn at build", what_draws(function), *place_of(function, project))


def _table_work(piece: Piece, project: Project) -> Work[Table]:
    chapter = piece.reference.partition(".")[0].replace("_", "-")
    key = (piece.reference, project.equations_in(project.snippets / chapter))  # cells show some
    return Work("tables", (module_of(piece),), key, lambda: _built(piece))


def _prove_table(piece: Piece, project: Project) -> Proof:
    table_of(piece, project)
    function = builder_of(piece)
    kept = project.root / f"src/guide/chapters/{piece.reference.partition('.')[0]}/experiments.json"
    mark = "built from kept measurements" if kept.exists() else "built from the package"
    return Proof(mark, what_draws(function), *place_of(function, project))


def _built(piece: Piece) -> Table:
    function = builder_of(piece)
    try:
        return function()
    except Exception as error:
        raise piece.fault(
            f"{function.__module__}.{function.__name__} raised {type(error).__name__}: {error}"
        ) from error


_Find = Callable[[Piece, Project], Work[Any]]
_Prove = Callable[[Piece, Project], Proof]
_KINDS: dict[str, tuple[_Find, _Prove]] = {
    "code": (_code_work, _prove_code),
    "equation": (_equation_work, _prove_equation),
    "number": (_number_work, _prove_number),
    "figure": (_figure_work, _prove_figure),
    "table": (_table_work, _prove_table),
}


def drawing_of(piece: Piece, project: Project) -> Drawing:
    """Draw a figure of a page, or take it from the cache."""
    if len(piece.text.strip()) < 40:  # noqa: PLR2004  (a sentence, not a word)
        raise piece.fault(
            f"the figure's alternative text {piece.text!r} is too short to stand for the picture"
        )
    return remembered(project, _figure_work(piece, project))


def table_of(piece: Piece, project: Project) -> Table:
    """Build a table of a page, or take it from the cache."""
    return remembered(project, _table_work(piece, project))
