"""What the palette's colors are called by browsers."""

from guide.figures.palette import PALETTE


def ground(scheme: str) -> str:
    """Return the ground of a page in "light" or "dark", as `rgb(…)`."""
    code = getattr(PALETTE["ground"], scheme)
    return f"rgb({', '.join(str(part) for part in bytes.fromhex(code[1:]))})"
