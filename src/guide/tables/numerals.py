"""Numbers as tables print them: with a true minus sign, and no more decimals than they have."""


def short(number: float) -> str:
    """Write up to four decimals, and none that are not needed: 1, 0.5, −0.4009."""
    return f"{round(float(number), 4):g}".replace("-", "−")


def bracketed(number: float) -> str:
    """Write the same in brackets if it is negative, to stand behind an operator."""
    written = short(number)
    return f"({written})" if written.startswith("−") else written
