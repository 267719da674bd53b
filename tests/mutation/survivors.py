"""Runs the mutation tests of the package and holds their score and their list of survivors.

A mutant is the package with one small fault planted. A test suite that means something fails on it:
the mutant is killed. This prints the score, and every survivor that `survivors.toml` beside this
file does not give a reason for.
"""

import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
REASONS = Path(__file__).with_name("survivors.toml")
LEAST = 0.90
MUTMUT = Path(sys.executable).with_name("mutmut")


def mutmut(*arguments: str) -> str:
    """Return what a command of mutmut prints."""
    command = [str(MUTMUT), *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def change_of(mutant: str) -> tuple[str, str]:
    """Return the lines of the package that a mutant takes out, and those that it puts in."""
    lines = [
        line for line in mutmut("show", mutant).splitlines() if not line.startswith(("---", "+++"))
    ]
    out, put = (
        "\n".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in "-+"
    )
    return out, put


def main() -> int:
    """Print the score and the survivors; return 0 if both are as they must be."""
    subprocess.run([str(MUTMUT), "run"], cwd=ROOT, check=True)
    results = [line.strip().split(": ") for line in mutmut("results", "--all", "true").splitlines()]
    counted = Counter(result for _, result in results)
    killed = counted["killed"] + counted["timeout"]
    score = killed / len(results)
    print(f"{killed:,} of {len(results):,} mutants killed: {score:.1%}; {dict(counted)}")
    reasons = {
        (entry["out"].strip(), entry["put"].strip()): entry["reason"]
        for entry in tomllib.loads(REASONS.read_text(encoding="utf-8"))["survivor"]
    }
    survivors = [name for name, result in results if result not in {"killed", "timeout"}]
    changes = {name: change_of(name) for name in survivors}
    unexplained = [name for name in survivors if changes[name] not in reasons]
    for name in unexplained:
        out, put = changes[name]
        print(f"\nno reason given for {name}\n- {out}\n+ {put}")
    return int(score < LEAST or bool(unexplained))


if __name__ == "__main__":
    sys.exit(main())
