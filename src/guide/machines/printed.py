"""What this machine prints: the numbers, tables, results and lab outputs that pages ask for.

`python -m guide.machines.printed ASKED RESULT` computes all of it from nothing; NumPy, jaxtyping
and, for labs, matplotlib and scikit-learn are all it needs, so that it runs in WebAssembly, too.
"""

import argparse
import ast
import importlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from guide.errors import PublishingError
from guide.files import read_text
from guide.machines.roundings import simulate, wrapped
from guide.publishing.pieces.number import NumberPiece
from guide.publishing.pieces.snippets import as_written, run
from guide.publishing.pieces.table import TablePiece
from guide.remembering import loaded_memory

Change = Callable[[ast.Module], ast.Module]

_NOWHERE = ("", 1, (0, 0))  # page, line and span of a piece that is asked for by its name


@dataclass(frozen=True)
class Asked:
    """What pages ask for.

    Attributes:
        numbers: The experiments and fields behind numbers: `xor.solved.percent`.
        tables: The functions behind tables: `activations.facts`.
        snippets: The text of each snippet, by its path.
        labs: The code of each lab, by its path; prose is blank lines.
    """

    numbers: tuple[str, ...]
    tables: tuple[str, ...]
    snippets: dict[str, str]
    labs: dict[str, str]


@dataclass(frozen=True)
class Printed:
    """What one machine prints.

    Attributes:
        numbers: Their values.
        lines: Everything else, line by line: `path:line` or a table's name, and the text.
        failures: What raised instead, and the message.
    """

    numbers: dict[str, float]
    lines: dict[str, list[str]]
    failures: dict[str, str]


def printed_here(asked: Asked, change: Change = as_written) -> Printed:
    """Compute everything once.

    Args:
        asked: What to compute.
        change: What to do with the code of snippets and labs before it runs.
    """
    printed = Printed({}, {}, {})
    for name in asked.numbers:
        with _noted(printed.failures, name):
            printed.numbers[name] = NumberPiece(*_NOWHERE, name).value()
    for name in asked.tables:
        with _noted(printed.failures, name):
            rows = TablePiece(*_NOWHERE, name).function()().rows
            printed.lines[name] = [" | ".join(row) for row in rows]
    for path, source in (asked.snippets | asked.labs).items():
        with _noted(printed.failures, path):
            printed.lines.update(_results(path, source, change))
    return printed


@contextmanager
def _noted(failures: dict[str, str], name: str) -> Iterator[None]:
    """Note what goes wrong, and go on with the next."""
    try:
        yield
    except PublishingError as fault:
        failures[name] = fault.message
    except Exception as error:  # noqa: BLE001  (a table may raise anything)
        failures[name] = f"{type(error).__name__}: {error}"


def _results(path: str, source: str, change: Change) -> dict[str, list[str]]:
    if "matplotlib" in source:
        pyplot = importlib.import_module("matplotlib.pyplot")
        pyplot.close("all")
        vars(pyplot)["show"] = lambda: None
    statements = run(source, path, change)
    return {
        f"{path}:{statement.last}": [*statement.printed]
        for statement in statements
        if statement.printed
    }


def main() -> None:
    """Compute what a file asks for and write it to another."""
    parser = argparse.ArgumentParser(prog="python -m guide.machines.printed", description=__doc__)
    parser.add_argument("asked", type=Path)
    parser.add_argument("result", type=Path)
    parser.add_argument("--seed", type=int, help="of a simulated machine's roundings")
    options = parser.parse_args()
    asked = Asked(**json.loads(read_text(options.asked)))
    os.environ["MPLBACKEND"] = "agg"  # labs draw, but nobody looks
    if options.seed is not None:
        simulate(np.random.default_rng(options.seed))
    cache = importlib.import_module("guide.experiments.cache")  # a simulation begins before
    with tempfile.TemporaryDirectory() as empty:
        vars(cache)["memory"] = loaded_memory(Path(empty))
        printed = printed_here(asked, as_written if options.seed is None else wrapped)
    options.result.write_text(json.dumps(asdict(printed)), encoding="utf-8")


if __name__ == "__main__":
    main()
