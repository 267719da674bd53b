"""The command behind `make machines`: tries every machine, compares, and keeps the ranges."""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

import numpy as np

from guide.machines.comparison import asked_by, differences, keep_ranges
from guide.machines.machines import Machine, all_machines, most_different
from guide.machines.printed import Asked, Printed, printed_here
from guide.machines.roundings import simulate, wrapped
from guide.publishing.project import HERE
from guide.publishing.snippets import as_written


def main(arguments: Sequence[str] | None = None) -> int:
    """Try machines and return the exit code: 0, or 1 with every difference on standard error."""
    parser = argparse.ArgumentParser(prog="python -m guide.machines", description=__doc__)
    parser.add_argument("--short", action="store_true", help="only the two most different kernels")
    parser.add_argument("--only", default="", help="only machines whose name matches")
    parser.add_argument("--keep", type=Path, help="a folder for what each machine prints")
    parser.add_argument("--here", nargs=2, type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--seed", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.here:
        return _print_here(*options.here, options.seed)
    machines = most_different() if options.short else all_machines()
    machines = [machine for machine in machines if re.match(options.only, machine.name)]
    with tempfile.TemporaryDirectory() as scratch:
        printed = _tried(machines, options.keep or Path(scratch))
    faults = differences(HERE, printed)
    sys.stderr.writelines(f"{fault}\n" for fault in faults)
    if not options.short and not options.only:
        keep_ranges(printed.values())
    sys.stdout.write(f"{len(machines)} machines, {len(faults)} texts that they print otherwise\n")
    return bool(faults)


def _tried(machines: Sequence[Machine], folder: Path) -> dict[str, Printed]:
    """Return what each machine prints, as many at a time as this one has cores."""
    folder.mkdir(parents=True, exist_ok=True)
    asked = folder / "asked.json"
    asked.write_text(json.dumps(asdict(asked_by(HERE))), encoding="utf-8")
    with ThreadPoolExecutor(os.cpu_count()) as runs:
        printed = runs.map(lambda machine: _try(machine, asked, folder), machines)
        return {machine.name: what for machine, what in zip(machines, printed, strict=True)}


def _try(machine: Machine, asked: Path, folder: Path) -> Printed:
    """Compute on one machine, in a process of its own with caches of its own.

    Raises:
        RuntimeError: The process fails; its own message stands in this one.
    """
    result = folder / f"{machine.name}.json"
    seed = [] if machine.seed is None else ["--seed", str(machine.seed)]
    started = time.monotonic()
    done = subprocess.run(  # noqa: S603  (our own command)
        [sys.executable, "-m", "guide.machines", "--here", str(asked), str(result), *seed],
        env={**os.environ, **machine.environment},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if done.returncode:
        raise RuntimeError(f"{machine.name} failed:\n{done.stderr}")
    sys.stdout.write(f"{machine.name}: {time.monotonic() - started:.0f} s\n")
    sys.stdout.flush()
    return Printed(**json.loads(result.read_text(encoding="utf-8")))


def _print_here(asked: Path, result: Path, seed: int | None) -> int:
    what = json.loads(asked.read_text(encoding="utf-8"))
    if seed is not None:
        simulate(np.random.default_rng(seed))
    from guide.experiments import cache  # noqa: PLC0415  (a simulation begins before)

    with tempfile.TemporaryDirectory() as empty:
        cache.DIRECTORY = Path(empty)
        printed = printed_here(Asked(**what), as_written if seed is None else wrapped)
    result.write_text(json.dumps(asdict(printed)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
