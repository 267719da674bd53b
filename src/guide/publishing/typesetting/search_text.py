"""What the search reads where a page shows what was held back: formulas as text, nothing else."""

import re

_FORMULA = re.compile(
    r'<span class="katex">.*?<semantics>(?P<mathml>.*?)<annotation[^>]*>(?P<tex>.*?)</annotation>',
    re.DOTALL,
)
_DRAWN = re.compile("<m(?:frac|sqrt|table)[ >]")
_TAG = re.compile("<[^>]*>")


def of_held(markup: str) -> str:
    """Return the letters of a formula in a sentence, and nothing for other markup.

    A fraction, root or table would read wrong without its lines: such a formula stays as its TeX.
    """
    formula = _FORMULA.match(markup)
    if not formula:
        return ""
    return formula["tex"] if _DRAWN.search(formula["mathml"]) else _TAG.sub("", formula["mathml"])
