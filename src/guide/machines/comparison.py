"""Refuses texts that one machine prints otherwise, and keeps the range of every number."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from guide.errors import PublishingError
from guide.files import read_text, write_atomically
from guide.machines.printed import Asked, Printed
from guide.publishing.labs.runs import labs
from guide.publishing.pieces.code import CodePiece
from guide.publishing.pieces.kinds import pieces_of
from guide.publishing.pieces.number import NumberPiece, printed_like
from guide.publishing.pieces.piece import Piece
from guide.publishing.pieces.snippets import frameworks_in
from guide.publishing.pieces.table import TablePiece
from guide.publishing.project import Project

RANGES = Path(__file__).with_name("ranges.json")
"""The lowest and the highest value of every number, over all that `make machines` tried."""


def asked_by(project: Project) -> Asked:
    """Return what the pages of a checkout ask for."""
    numbers, tables, snippets = dict[str, None](), dict[str, None](), dict[str, str]()
    for piece in pieces(project):
        if isinstance(piece, NumberPiece):
            numbers[piece.reference] = None
        elif isinstance(piece, TablePiece) and piece.is_listed:
            tables[piece.reference] = None
        elif isinstance(piece, CodePiece):
            path, source, _ = piece.excerpt(project)
            if not frameworks_in(source, path):
                snippets[path] = source
    scripts = {project.relative(lab): read_text(lab) for lab in labs(project)}
    return Asked(tuple(numbers), tuple(tables), snippets, scripts)


def pieces(project: Project) -> Iterator[Piece]:
    """Yield the pieces of all pages."""
    for path in project.pages():
        yield from pieces_of(read_text(path), project.page(path))


def differences(project: Project, printed: Mapping[str, Printed]) -> list[PublishingError]:
    """Return a fault for each text that does not come out the same on all machines.

    Args:
        project: The checkout.
        printed: What each machine printed, by its name.
    """
    return [
        *_failures(printed),
        *_numbers(project, printed),
        *_lines(project, printed),
    ]


def _failures(printed: Mapping[str, Printed]) -> Iterator[PublishingError]:
    for machine, what in printed.items():
        for name, message in what.failures.items():
            yield PublishingError(name, 1, f"{machine}: {message}")


def _numbers(project: Project, printed: Mapping[str, Printed]) -> Iterator[PublishingError]:
    for piece in pieces(project):
        if not isinstance(piece, NumberPiece):
            continue
        values = {
            machine: what.numbers[piece.reference]
            for machine, what in printed.items()
            if piece.reference in what.numbers
        }
        texts = {machine: printed_like(value, piece.text) for machine, value in values.items()}
        if {*texts.values()} - {piece.text}:
            low, high = min(values.values()), max(values.values())
            yield piece.fault(
                f"the page says {piece.text}; {piece.reference} is {low:.6g} to {high:.6g}, "
                f"printed {_who(texts)}"
            )


def _lines(project: Project, printed: Mapping[str, Printed]) -> Iterator[PublishingError]:
    places = dict.fromkeys(place for what in printed.values() for place in what.lines)
    tables = {piece.reference: piece for piece in pieces(project) if isinstance(piece, TablePiece)}
    for place in places:
        found = {
            machine: what.lines.get(place, [])
            for machine, what in printed.items()
            if place not in what.failures and place.rpartition(":")[0] not in what.failures
        }
        for number in range(max(map(len, found.values()), default=0)):
            texts = {
                machine: lines[number] if number < len(lines) else "nothing"
                for machine, lines in found.items()
            }
            if len({*texts.values()}) == 1:
                continue
            if place in tables:
                yield tables[place].fault(f"row {number + 1} of {place} reads {_who(texts)}")
            else:
                path, _, line = place.rpartition(":")
                yield PublishingError(path, int(line) + number + 1, f"prints {_who(texts)}")


def _who(texts: Mapping[str, str]) -> str:
    """Return each text with the machines that print it, the most frequent first."""
    by_text: dict[str, list[str]] = {}
    for machine, text in texts.items():
        by_text.setdefault(text, []).append(machine)
    ordered = sorted(by_text.items(), key=lambda item: -len(item[1]))
    return "; ".join(f"{text} ({_few(machines)})" for text, machines in ordered)


def _few(machines: list[str]) -> str:
    return machines[0] if len(machines) == 1 else f"{machines[0]} and {len(machines) - 1} more"


def keep_ranges(printed: Iterable[Printed]) -> None:
    """Write the range of every number to the file that is committed."""
    ranges: dict[str, list[float]] = {}
    for what in printed:
        for name, value in what.numbers.items():
            rounded = float(
                f"{value:.9g}"
            )  # behind these digits every run would write another file
            low, high = ranges.get(name, [rounded, rounded])
            ranges[name] = [min(low, rounded), max(high, rounded)]
    lines = [f"  {json.dumps(name)}: {json.dumps(ranges[name])}" for name in sorted(ranges)]
    write_atomically(RANGES, "{\n" + ",\n".join(lines) + "\n}\n")


def kept_ranges() -> dict[str, tuple[float, float]]:
    """Return the range of every number, as it was last kept."""
    kept = json.loads(read_text(RANGES))
    return {name: (low, high) for name, (low, high) in kept.items()}
