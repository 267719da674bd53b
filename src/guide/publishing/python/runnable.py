"""Marks the blocks of code that a reader can run in the page: those that NumPy is enough for.

Python in a browser has its standard library, but neither processes nor threads, sockets or windows.
What imports a framework stays as it is: a framework is no package of the browser, or too large.
"""

import ast
import html
import re
import sys
from collections.abc import Callable

from guide.publishing.press import current

_BROUGHT = {"numpy", "nnbyhand", "matplotlib"}
_ABSENT = {
    *("concurrent", "multiprocessing", "socket", "socketserver", "ssl", "subprocess", "threading"),
    *("curses", "ensurepip", "fcntl", "idlelib", "msvcrt", "readline", "termios", "tkinter"),
    *("turtle", "turtledemo", "venv", "winreg", "winsound"),
}
_BLOCK = re.compile(
    r'(?P<opened><div class="language-python highlight")(?=[^>]*><pre>(?P<code>.*?)</pre></div>'
    r'(?:\s*<p class="proof-line"><!--mark (?P<anchor>[\w-]+?)(?=\s|-->))?)',
    re.DOTALL,
)
_TAG = re.compile("<[^>]*>")


def runs_in_page(code: str) -> bool:
    """Tell whether code can run in the page; what is no Python cannot."""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return False
    return _imported(tree) <= (sys.stdlib_module_names - _ABSENT) | _BROUGHT


def _imported(tree: ast.AST) -> set[str]:
    """Return the packages that code imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return {name.partition(".")[0] for name in names}


def told(page: str) -> str:
    """Return the HTML of a page whose blocks say if they can run, by the name of their source."""
    named = current().ledger.named
    return marked(page, lambda anchor: named[anchor].piece.reference)


def marked(page: str, reference_of: Callable[[str], str]) -> str:
    """Return the HTML of a page whose blocks that can run say so in `data-run`.

    Args:
        page: The HTML. A block that is proven is followed by its mark; an example of the reference
            is not, and is named by its number.
        reference_of: Returns what the page names as the source of a block, given the mark's anchor.
    """
    examples = 0

    def opened(block: re.Match[str]) -> str:
        nonlocal examples
        anchor = block["anchor"]
        examples += not anchor
        name = reference_of(anchor) if anchor else f"example:{examples}"
        code = html.unescape(_TAG.sub("", block["code"]))
        return block["opened"] + (_attribute(name) if runs_in_page(code) else "")

    return _BLOCK.sub(opened, page)


class Cells:
    """Tells of the cells of one lab, from the first to the last, which of them can run."""

    def __init__(self) -> None:
        """Begin before the first cell."""
        self.count = 0
        self.lost: set[str] = set()  # names that are not there: what makes them cannot run

    def attribute(self, code: str) -> str:
        """Return the attribute of the next cell; empty where it cannot run, or lacks a name."""
        self.count += 1
        tree = ast.parse(code)
        made = _made(tree)
        used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        if runs_in_page(code) and not (used - made) & self.lost:
            self.lost -= made
            return _attribute(f"lab:{self.count}")
        self.lost |= made
        return ""


def _made(tree: ast.Module) -> set[str]:
    """Return the names that code makes: variables, functions, classes and what it imports."""
    made: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            made.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            made.add(node.name)
        elif isinstance(node, ast.alias):
            made.add((node.asname or node.name).partition(".")[0])
    return made


def _attribute(name: str) -> str:
    return f' data-run="{html.escape(name)}"'
