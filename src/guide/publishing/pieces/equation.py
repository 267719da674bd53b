"""An equation on a page: its own LaTeX is compared with the package, and KaTeX sets it."""

import html
import re
from pathlib import Path

from guide.errors import PublishingError
from guide.files import read_text
from guide.publishing.equations import EquationCheck, check_equation, displayed_latex
from guide.publishing.pieces.forms import IncludedPiece
from guide.publishing.pieces.piece import Entry, Proof, Setting
from guide.publishing.project import Project
from guide.publishing.typesetting import room
from guide.remembering import Work

# A line of cases with a fraction in it: without some room, the next line would touch it.
_TALL_LINE = re.compile(r"\\dfrac.*\\\\$", re.MULTILINE)
# Between aligned lines, one of which holds a sum or a fraction.
_ALIGNED_LINE = re.compile(r"^.*\\(?:sum|frac).*\\\\$|\\\\$(?=\n.*\\(?:sum|frac))", re.MULTILINE)


class EquationPiece(IncludedPiece):
    """A math fence that includes an equation file."""

    kind = "equation"
    words = ("equation", "equations")
    heading = "Equations"
    how_checked = "read from their LaTeX and compared with the package"
    fence = "math"

    def work(self, project: Project) -> Work[EquationCheck]:
        """Check the equation the way its file says; it may use what others beside it define."""
        path = self.file(project)
        if not path.is_file():
            raise self.fault(f"there is no snippets/{self.reference} to include")
        return Work(
            "equations",
            (check_equation, *project.equations_in(path.parent)),
            (self.reference,),
            lambda: check_equation(path, project.root),
        )

    def proof(self, done: EquationCheck, project: Project) -> Proof:
        """Say what the check compared."""
        source = project.relative(self.file(project))
        return Proof(done.mark(), done.sentence(), source, 1)

    def set(self, entry: Entry, setting: Setting) -> str:
        """Set the equation with its mark; what is no equation stands as it is written."""
        path = self.file(setting.project)
        if entry.is_fault:  # its mark says what is wrong
            tex = html.escape(read_text(path) if path.is_file() else self.reference)
            block = f'<div class="proven-equation"><pre>{tex}</pre>{entry.mark}</div>'
        else:
            rendered = _rendered(path, setting)
            held = setting.hold(f'<div class="equation">{rendered}</div>')
            height = room.of_equation(rendered)
            block = f'<div class="proven-equation"{height}>{held}{entry.mark}</div>'
        return self.indent + setting.token(block)


def _rendered(path: Path, setting: Setting) -> str:
    tex = _TALL_LINE.sub(r"\g<0>[1.1em]", displayed_latex(path))
    if "aligned" in tex:
        tex = _ALIGNED_LINE.sub(r"\g<0>[0.8em]", tex)
    try:
        return setting.math(tex)
    except ValueError as error:
        raise PublishingError(setting.project.relative(path), 1, str(error)) from error
