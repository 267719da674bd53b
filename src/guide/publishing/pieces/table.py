"""A table on a page: built from the objects of the package, or from kept measurements."""

from guide.publishing.pieces.forms import FencedPiece
from guide.publishing.pieces.function import FunctionPiece, what_draws
from guide.publishing.pieces.page_text import Fence, PageText
from guide.publishing.pieces.piece import Entry, Proof, Setting
from guide.publishing.project import Project
from guide.remembering import Work
from guide.tables.table import Table

_OF_THE_LEDGER = {"ledger.counts", "ledger.pages"}


class TablePiece(FencedPiece, FunctionPiece):
    """A fence that names the function of a table; two tables are the ledger's own."""

    kind = "table"
    words = ("table", "tables")
    heading = "Tables"
    how_checked = "built from the package's own objects, or from kept measurements"
    fence = "table"
    under_way = "being built"
    room = "tables"

    @classmethod
    def referred(cls, block: Fence, page: PageText) -> str:  # noqa: ARG003  (any name will do)
        """Return the name in a block: `activations.facts`."""
        return block.body

    @property
    def is_listed(self) -> bool:
        """Whether it is a table of its page, not one in which the ledger counts."""
        return self.reference not in _OF_THE_LEDGER

    def work(self, project: Project) -> Work[Table]:
        """Build the table; its cells may show equations of its chapter."""
        chapter = self.reference.partition(".")[0].replace("_", "-")
        behind = (self.source(project)[1], *project.equations_in(project.snippets / chapter))
        return Work("tables", behind, (self.reference,), self.result)

    def proof(self, done: Table, project: Project) -> Proof:  # noqa: ARG002  (built is proven)
        """Say what the table shows, and what computed that."""
        kept = project.root / f"src/guide/chapters/{self.names[0]}/experiments.json"
        mark = "built from kept measurements" if kept.exists() else "built from the package"
        return self.proof_by_function(mark, what_draws, project)

    def set(self, entry: Entry, setting: Setting) -> str:
        """Return the table, or its name so far, with its mark below."""
        shown = self.named()
        if isinstance(entry.proof, Proof):
            shown = markdown_of(
                setting.project.memory.result(self.work(setting.project)), self.indent
            )
        return f"{shown}\n\n{self.indent}{setting.token(entry.mark)}\n"

    def set_from(self, project: Project) -> str:
        """Return the cells."""
        if not self.has_source(project):
            return ""
        found = project.memory.settled(self.work(project))
        return repr(found)


def markdown_of(table: Table, indent: str) -> str:
    """Return a table as Markdown writes it."""
    rows = [table.columns, tuple("---" for _ in table.columns), *table.rows]
    return "\n".join(f"{indent}| {' | '.join(cells)} |" for cells in rows)
