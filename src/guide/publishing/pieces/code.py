"""Code on a page: a section of a snippet, whose results are what running it prints."""

import ast
from collections.abc import Sequence

from guide.publishing.pieces.forms import IncludedPiece
from guide.publishing.pieces.piece import Entry, Proof, Setting
from guide.publishing.pieces.sections import Excerpt, excerpt
from guide.publishing.pieces.snippets import (
    FRAMEWORKS,
    Statement,
    compare_ran,
    frameworks_in,
    results_in,
    run,
)
from guide.publishing.project import Project
from guide.remembering import Work


class CodePiece(IncludedPiece):
    """A Python fence that includes a section of a snippet."""

    kind = "code"
    words = ("code block", "code blocks")
    heading = "Code"
    how_checked = (
        "run, their results compared with what they print; framework code in a separate run"
    )
    fence = "python"
    differs = "this machine prints"

    @property
    def share(self) -> str:
        """The snippet, which runs as a whole."""
        return self.reference.partition(":")[0]

    def excerpt(self, project: Project) -> Excerpt:
        """Return what the page includes.

        Raises:
            PublishingError: The snippet or the section is missing.
        """
        return excerpt(project.snippets, self.reference, f"docs/{self.page}", self.line)

    def work(self, project: Project) -> Work[list[Statement]]:
        """Run the snippet; one that imports a framework is read here, and runs in its own tests."""
        path, source, _ = self.excerpt(project)
        behind = (run, self.file(project))
        if frameworks_in(source, path):
            return Work("snippets", behind, (path,), list)
        return Work("snippets", behind, (path,), lambda: run(source, path))

    def proof(self, done: Sequence[Statement], project: Project) -> Proof:
        """Compare the results in the snippet with what it printed."""
        path, source, part = found = self.excerpt(project)
        count = results_in(source, part)
        results = f"{count} result{'s' * (count != 1)} compared" if count else "nothing printed"
        if frameworks := frameworks_in(source, path):
            mark, sentence = _ran_elsewhere(path, frameworks, results)
        else:
            compare_ran(source, path, done, part)
            mark = f"ran: {results}" if count else "ran"
            sentence = f"The build ran this code from {path}, and it ended without an error."
            if count:
                sentence = (
                    f"The build ran this code from {path}; {results} with what it prints, to the "
                    "last digit."
                )
        return Proof(mark, sentence, path, found.first, _description(source))

    def set(self, entry: Entry, setting: Setting) -> str:
        """Leave the block for Markdown to fill in and color, with its mark below."""
        is_missing = entry.is_fault and not self.has_source(setting.project)
        shown = self.named() if is_missing else setting.written
        return f"{shown}\n\n{self.indent}{setting.token(entry.mark)}\n"


def _ran_elsewhere(path: str, frameworks: Sequence[str], results: str) -> tuple[str, str]:
    """Return the mark and the sentence of code that another command runs."""
    names = " and ".join(FRAMEWORKS[name] for name in frameworks)
    sentence = (
        f"The build does without {names} and did not run this code from {path}. The command "
        f"make test-frameworks, which every change must pass, runs it; {results} with what it "
        "prints, to the last digit."
    )
    return f"tested with {names}: {results}", sentence


def _description(source: str) -> str:
    """Return what the docstring of a snippet says."""
    return " ".join((ast.get_docstring(ast.parse(source)) or "").split())
