"""What a check of an equation found, and how readers are told."""

from dataclasses import dataclass

from guide.publishing.equations.comparison import TOLERANCE


@dataclass(frozen=True)
class EquationCheck:
    """A check that an equation passed.

    Attributes:
        kind: How it was checked, as its header says: "value", "derivative", "identity",
            "transcription" or "unchecked".
        compared_with: What it was compared with; for an unchecked one the reason.
        inputs: The number of random inputs.
        largest_difference: The largest difference on them, relative where values exceed 1.
    """

    kind: str
    compared_with: str
    inputs: int = 0
    largest_difference: float = 0.0

    def mark(self) -> str:
        """Return a few words that stand under the equation."""
        if self.kind == "unchecked":
            return "not checked by a program"
        return f"checked on {self.inputs:,} random inputs"

    def sentence(self) -> str:
        """Return a sentence that says what was compared with what."""
        if self.kind == "unchecked":
            return f"Not checked by a program: {self.compared_with}."
        return (
            f"{_BEGINNING[self.kind]} {self.compared_with} on {self.inputs:,} random inputs;"
            f" no difference is above {TOLERANCE:.0e}."
        )


_BEGINNING = {
    "value": "Parsed from its LaTeX and compared with",
    "derivative": "Parsed from its LaTeX and compared with",
    "identity": "Both sides parsed from the LaTeX and compared with",
    "transcription": "Written out in plain loops and compared with",
}
