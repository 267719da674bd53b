"""Numbers as figures print them: with a true minus sign, and no sign before zero."""


def signed(weight: float) -> str:
    """Write a weight or bias the way the picture does: +1.3, −0.5, 0.0."""
    shown = f"{weight:+.1f}".replace("-", "−")
    return shown[1:] if float(f"{weight:.1f}") == 0 else shown


def decimals(number: float, places: int = 4) -> str:
    """Write a number with so many decimals and a true minus sign; zero is 0."""
    rounded = round(float(number), places)
    return f"{rounded:.{places}f}".replace("-", "−") if rounded else "0"


def short(number: float) -> str:
    """Write a weight with the decimals it has: 0.5, −1."""
    return f"{number:g}".replace("-", "−")
