"""The pages that nobody writes: those of the ledger, and the listings of what proves its pieces."""

from guide.publishing.ledger.ledger import Ledger
from guide.publishing.ledger.pages import FOLDER, ledger_pages, served_page
from guide.publishing.pieces.proofs import Proof
from guide.publishing.press import Press
from guide.publishing.project import Project
from guide.publishing.reference.sources import SOURCES, source_pages


def made_pages(press: Press) -> dict[str, str]:
    """Return the Markdown of all of them by their file, as seen from `docs`."""
    listings = source_pages(press.project, _proving(press.ledger), press.hold)
    return listings | ledger_pages(press.ledger, press.project)


def made_when_asked(file: str, ledger: Ledger, project: Project) -> str | None:
    """Return one of them as a development server shows it; None where it is none of them."""
    if file.startswith(f"{SOURCES}/"):
        return source_pages(project, _proving(ledger)).get(file)
    return served_page(file, ledger, project) if file.startswith(f"{FOLDER}/") else None


def _proving(ledger: Ledger) -> set[str]:
    proofs = [entry.proof for entry in ledger.entries]
    return {proof.source for proof in proofs if isinstance(proof, Proof)}
