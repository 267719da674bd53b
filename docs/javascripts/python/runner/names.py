"""Which names code needs from outside, and which it makes: read from its text, without running it.

A name is needed where the code may read it before it has made it. Loops are taken to run at least
once; what only one branch of an `if` makes is not counted on. A function is taken to be called
after everything else.
"""

import ast
from collections.abc import Iterable

from runner.flow import Flow


def needed(code: str) -> list[str]:
    """Return the names that code needs from outside, builtins too, in the order of their use."""
    flow = _flow_of(code)
    late = (name for name in flow.later if name not in flow.settled)
    return [*dict.fromkeys([*flow.needed, *late])]


def made(blocks: Iterable[str]) -> set[str]:
    """Return the names that blocks leave behind, or may leave, when they run one after another."""
    names: set[str] = set()
    for block in blocks:
        flow = _flow_of(block)
        names = (names | flow.made | flow.globals) - flow.deleted
    return names


def imports(code: str) -> list[str]:
    """Return the packages that code imports anywhere, in the order of their names."""
    packages: set[str] = set()
    for node in ast.walk(_parsed(code)):
        if isinstance(node, ast.Import):
            packages |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            packages.add(node.module.partition(".")[0])
    return sorted(packages)


def functions(code: str) -> list[str]:
    """Return the names of the functions that code defines at its top level."""
    return [node.name for node in _parsed(code).body if isinstance(node, ast.FunctionDef)]


def _flow_of(code: str) -> Flow:
    flow = Flow()
    flow.visit_all(_parsed(code).body)
    return flow


def _parsed(code: str) -> ast.Module:
    """Return the tree of code; an empty one where it has a mistake, which running it tells."""
    try:
        return ast.parse(code)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return ast.Module([], [])
