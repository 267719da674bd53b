"""Equations of the guide: files whose LaTeX is itself compared with the package.

An equation file begins with comments that say how it is checked; `header` lists what they can say.
The LaTeX below is what readers see and what is parsed: nothing else states the formula.
"""

from pathlib import Path

import numpy as np

from guide.publishing.equations.comparison import EquationCheck
from guide.publishing.equations.left_side import check_left_hand_sides
from guide.publishing.equations.source import displayed_latex, read_equation, right_hand_side
from guide.publishing.equations.transcription import check_transcription

__all__ = [
    "EquationCheck",
    "check_equation",
    "check_left_hand_sides",
    "displayed_latex",
    "right_hand_side",
]


def check_equation(path: Path, root: Path, seed: int = 0) -> EquationCheck:
    """Check one equation file the way its header says.

    Args:
        path: The file.
        root: The folder that paths in messages begin at.
        seed: The seed of the random input.

    Raises:
        PublishingError: The equation does not hold, or cannot be read without doubt.
    """
    equation = read_equation(path, root)
    check, rng = equation.header.check, np.random.default_rng(seed)
    equation.tokens()
    if check.key == "unchecked":
        return EquationCheck(check.key, check.text.rstrip("."))
    if check.key == "transcription":
        return check_transcription(equation, rng)
    # SymPy takes half a second to import, which a build from the cache need not pay.
    from guide.publishing.equations import computed  # noqa: PLC0415  (see above)

    if check.key == "identity":
        return computed.check_identity(equation, root, rng)
    return computed.check_definition(equation, root, rng)
