"""The commands of the press: `python -m guide.publishing check`, and its siblings."""

import argparse
import io
import sys
from collections.abc import Sequence

from guide.errors import PublishingError, PublishingErrors
from guide.publishing.commands.chapter import new_chapter
from guide.publishing.commands.expansion import expand_pages
from guide.publishing.commands.refresh import refresh
from guide.publishing.press import start
from guide.publishing.project import HERE
from guide.publishing.python.packages import packages_here


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or 1 with every fault on standard error."""
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):  # no terminal is too poor for a minus sign
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        told = _does(options)
    except (PublishingError, PublishingErrors) as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    sys.stdout.write("".join(f"{line}\n" for line in told))
    return 0


def _does(options: argparse.Namespace) -> Sequence[str]:
    """Do what a command says, and return the lines that tell of it."""
    match options.command:
        case "check":
            return [f"{len(start(HERE, options.pages).ledger.entries)} pieces proven"]
        case "refresh":
            return refresh(HERE) or ["everything is up to date"]
        case "expand":
            return [f"{len(expand_pages(HERE))} pages expanded"]
        case "vendor-python":
            return [*packages_here(HERE).vendor()]
        case _:
            return new_chapter(HERE, options.name)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m guide.publishing", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="prove every page, or only those that are named")
    check.add_argument("pages", nargs="*", metavar="page", help="such as learn/losses.md")
    commands.add_parser("refresh", help="rewrite printed results and numbers in place")
    commands.add_parser("expand", help="write code blocks to build for pytest --codeblocks")
    commands.add_parser("chapter", help="make a new chapter").add_argument("name")
    commands.add_parser("vendor-python", help="fetch the compiled packages for Python in the page")
    return parser


if __name__ == "__main__":
    sys.exit(main())
