"""Runs the mutation tests of the package and holds their score and their list of survivors.

A mutant is the package with one small fault planted. A test suite that means something fails on it:
the mutant is killed. This prints the score, every survivor that `survivors.toml` beside this file
does not give a reason for, and every reason there that no survivor needs.
"""

import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import TypedDict

ROOT = Path(__file__).parents[2]
REASONS = Path(__file__).with_name("survivors.toml")
LEAST = 0.90
MUTMUT = Path(sys.executable).with_name("mutmut")


class Change(TypedDict):
    """The lines of the package that a mutant takes out, and those that it puts in."""

    out: str
    put: str


class Reason(TypedDict, total=False):
    """Why survivors may live: the one with this `out` and `put`, or a family by its `pattern`."""

    out: str
    put: str
    pattern: str
    reason: str


def mutmut(*arguments: str) -> str:
    """Return what a command of mutmut prints."""
    command = [str(MUTMUT), *arguments]
    return subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    ).stdout


def change_in(diff: str) -> Change:
    """Return the lines that a diff takes out and puts in, without their indentation."""
    lines = [line for line in diff.splitlines() if not line.startswith(("---", "+++"))]
    out, put = (
        "\n".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in "-+"
    )
    return {"out": out, "put": put}


def explains(reason: Reason, change: Change) -> bool:
    """Say whether a reason is for this change. A pattern must match all of "out -> put"."""
    if "pattern" in reason:
        return bool(re.fullmatch(reason["pattern"], f"{change['out']} -> {change['put']}"))
    return (reason["out"].strip(), reason["put"].strip()) == (change["out"], change["put"])


def main() -> int:
    """Print the score, the survivors and the stale reasons; return 0 if all is as it must be."""
    subprocess.run([str(MUTMUT), "run"], cwd=ROOT, check=True)
    results = [line.strip().split(": ") for line in mutmut("results", "--all", "true").splitlines()]
    counted = Counter(result for _, result in results)
    killed = counted["killed"] + counted["timeout"]
    score = killed / len(results)
    print(f"{killed:,} of {len(results):,} mutants killed: {score:.1%}; {dict(counted)}")
    reasons: list[Reason] = tomllib.loads(REASONS.read_text(encoding="utf-8"))["survivor"]
    survivors = [name for name, result in results if result not in {"killed", "timeout"}]
    changes = {name: change_in(mutmut("show", name)) for name in survivors}
    unexplained = {
        name: change
        for name, change in changes.items()
        if not any(explains(reason, change) for reason in reasons)
    }
    for name, change in unexplained.items():
        print(f"\nno reason given for {name}\n- {change['out']}\n+ {change['put']}")
    stale = [
        reason
        for reason in reasons
        if not any(explains(reason, change) for change in changes.values())
    ]
    for reason in stale:
        print(f"\na reason for no survivor: {reason.get('pattern', reason.get('out'))}")
    return int(score < LEAST or bool(unexplained) or bool(stale))


if __name__ == "__main__":
    sys.exit(main())
