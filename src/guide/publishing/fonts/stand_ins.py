"""Fits the fonts of the reader's system to the room that the text fonts will take.

A text font may arrive after the first paint. Until then a font of the system stands in, scaled here
so that hardly a line moves when the real one arrives.
"""

import functools
import io
import re
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

from fontTools.afmLib import AFM
from fontTools.ttLib import TTFont

from guide.publishing.fonts.faces import Face, StandIn, font_file
from guide.publishing.project import HERE, Project

SAMPLE = (
    "a network learns by small steps: it guesses, finds how wrong it was, and turns each weight"
)
"""Text with the letters about as frequent as in English."""

_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
# Characters that need the same scale form a group: all that are in no other, spaces, slim letters,
# capitals. A letter stands in its group as often as in the sample: frequent ones count more.
GROUPS = (re.sub("[ fijlrt]", "", SAMPLE), " ", re.sub("[^fijlrt]", "", SAMPLE), _CAPITALS)


def stand_in_rules(face: Face, project: Project = HERE) -> Iterator[str]:
    """Yield the @font-face rules of what stands in for a font, one for each group of characters."""
    for stand_in in face.stand_ins:
        sources = ",".join(f'local("{name}")' for name in stand_in.names)
        for group in GROUPS:
            codes = unicode_range({ord(letter) for letter in group})
            only = "" if group == GROUPS[0] else f"unicode-range:{codes};"
            yield (
                f'@font-face{{font-family:"{face.family} stand-in";font-style:{face.style};'
                f"font-weight:{stand_in.weight};src:{sources};{only}"
                f"{_fit(face, stand_in, group, project)}}}"
            )


def _fit(face: Face, stand_in: StandIn, text: str, project: Project) -> str:
    """Return the descriptors that give a stand-in the height of the font and a text its width."""
    font = TTFont(io.BytesIO(font_file(face, "latin", project)))
    scale = stand_in_scale(face, stand_in, text, project)
    em, vertical = font["head"].unitsPerEm, font["hhea"]
    ascent, descent = (abs(height) / em / scale for height in (vertical.ascent, vertical.descent))
    return (
        f"size-adjust:{scale:.2%};ascent-override:{ascent:.2%};descent-override:{descent:.2%};"
        "line-gap-override:0%"
    )


def stand_in_scale(face: Face, stand_in: StandIn, text: str, project: Project = HERE) -> float:
    """Return the factor by which a stand-in grows to set a text as wide as the font does."""
    own, other = widths(face, stand_in.matched, project), stand_in_widths(stand_in)
    return sum(own[letter] for letter in text) / sum(other[letter] for letter in text)


def widths(face: Face, weight: int, project: Project = HERE) -> dict[str, float]:
    """Return the widths of a font's characters at a weight, in ems."""
    return _widths(font_file(face, "latin", project), weight)


@functools.cache  # of what the file holds, so that another file has widths of its own
def _widths(content: bytes, weight: int) -> dict[str, float]:
    font = TTFont(io.BytesIO(content))
    glyphs, em = font.getGlyphSet(location={"wght": weight}), font["head"].unitsPerEm
    return {chr(code): glyphs[name].width / em for code, name in font.getBestCmap().items()}


@functools.cache  # a library that is loaded stays as it is
def stand_in_widths(stand_in: StandIn) -> dict[str, float]:
    """Return the widths of the characters of a font that readers' systems have, in ems.

    matplotlib brings them: they are the metrics of the fonts that every PDF reader knows.
    """
    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        message = "matplotlib is missing; `pip install -r requirements.txt` installs it"
        raise FileNotFoundError(message)
    metrics = Path(found.origin).parent / "mpl-data" / "fonts" / "pdfcorefonts"
    font = AFM(metrics / f"{stand_in.metrics}.afm")
    characters = map(font.__getitem__, font.chars())
    return {chr(code): width / 1000 for code, width, _ in characters if code > 0}


def unicode_range(codes: Iterable[int]) -> str:
    """Write character codes as the value of the CSS descriptor `unicode-range`."""
    ranks = enumerate(sorted(codes))
    runs = [[code for _, code in run] for _, run in groupby(ranks, key=lambda at: at[1] - at[0])]
    return ",".join(
        f"U+{run[0]:X}" if len(run) == 1 else f"U+{run[0]:X}-{run[-1]:X}" for run in runs
    )
