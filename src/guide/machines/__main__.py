"""The command behind `make machines`: tries every machine, compares, and keeps the ranges."""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

from guide.files import read_text, write_atomically
from guide.machines.comparison import asked_by, differences, keep_ranges
from guide.machines.machines import Machine, all_machines, most_different
from guide.machines.printed import Printed
from guide.publishing.project import HERE

# Linux takes large arrays back as they are freed, and clears them anew each time; it need not.
_MEMORY = {"MALLOC_MMAP_THRESHOLD_": str(1 << 30), "MALLOC_TRIM_THRESHOLD_": str(1 << 32)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Try machines and return the exit code: 0, or 1 with every difference on standard error."""
    parser = argparse.ArgumentParser(prog="python -m guide.machines", description=__doc__)
    parser.add_argument("--short", action="store_true", help="only the two most different kernels")
    parser.add_argument("--only", default="", help="only machines whose name matches")
    parser.add_argument("--keep", type=Path, help="a folder for what each machine prints")
    options = parser.parse_args(arguments)
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
    asked, results = folder / "asked" / "asked.json", folder / "printed"
    shutil.rmtree(results, ignore_errors=True)
    results.mkdir(parents=True)
    write_atomically(asked, json.dumps(asdict(asked_by(HERE))))
    with ThreadPoolExecutor(os.cpu_count()) as runs:
        printed = runs.map(lambda machine: _try(machine, asked, results), machines)
        return {machine.name: what for machine, what in zip(machines, printed, strict=True)}


def _try(machine: Machine, asked: Path, results: Path) -> Printed:
    """Compute on one machine, in a process of its own with caches of its own.

    Raises:
        RuntimeError: The process fails; its own message stands in this one.
    """
    result = results / f"{machine.name}.json"
    started = time.monotonic()
    done = subprocess.run(  # noqa: S603  (our own command)
        machine.command(asked, result),
        env={**os.environ, **_MEMORY, **machine.environment},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if not result.exists():
        raise RuntimeError(f"{machine.name} failed:\n{done.stdout[-2000:]}\n{done.stderr}")
    sys.stdout.write(f"{machine.name}: {time.monotonic() - started:.0f} s\n")
    sys.stdout.flush()
    return Printed(**json.loads(read_text(result)))


if __name__ == "__main__":
    sys.exit(main())
