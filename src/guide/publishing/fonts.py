"""Hands the fonts to the site: their files, and the style sheet that loads them.

A text font arrives after the first paint. Until then a font of the reader's system stands in for
it, scaled here to the same width and height, so that no line moves when the real one arrives.
"""

import io
import re
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

from fontTools.afmLib import AFM
from fontTools.ttLib import TTFont

from guide.publishing.faces import CHARACTERS, FACES, REGULAR, SANS, Face, font_file, subset
from guide.publishing.project import HERE, Project

SAMPLE = (
    "A network learns by small steps: it guesses, measures how wrong it was, and turns each weight."
)
"""English text whose width decides how much a stand-in is scaled."""

_MATH_CHARACTERS = {*range(0x20, 0x7F), *range(0x391, 0x3AA), *map(ord, "·×′−∂∇∈∑∏∞∼≈≠≤≥⊙⊤⋅⋯…→←")}  # noqa: RUF001  (meant)
_MATH_COMMON = "assets/katex/fonts/KaTeX_Main-Regular-common.woff2"
_MATH_LETTERS = "assets/katex/fonts/KaTeX_Math-Italic.woff2"


def preloaded(*, math: bool = False) -> tuple[str, ...]:
    """Return the fonts that the top of a page needs: they need not wait for a style sheet.

    Args:
        math: Whether the page holds formulas, whose letters have no stand-in of their width.
    """
    text = (REGULAR.path("latin"), SANS.path("latin"))
    return (*text, _MATH_COMMON, _MATH_LETTERS) if math else text


def site_fonts(project: Project = HERE) -> dict[str, bytes]:
    """Return the text fonts of the site, as WOFF2, by their path in it.

    Raises:
        FileNotFoundError: The front-end packages are not installed.
    """
    return {
        face.path(script): font_file(face, script, project)
        for face in FACES
        for script in face.scripts
    }


def katex_assets(project: Project = HERE) -> dict[str, bytes]:
    """Return KaTeX's style sheet and fonts by path, WOFF2 alone.

    Of its main font, what most formulas need comes as a small file of its own; the full one loads
    only where a page has a character that is not in it.
    """
    package = project.root / "node_modules" / "katex" / "dist"
    css = (package / "katex-swap.min.css").read_text(encoding="utf-8")
    css = re.sub(r',url\([^)]+\) format\("(?:woff|truetype)"\)', "", css)
    main = package / "fonts" / "KaTeX_Main-Regular.woff2"
    common = frozenset(_MATH_CHARACTERS & TTFont(main).getBestCmap().keys())
    css += (
        "@font-face{font-display:swap;font-family:KaTeX_Main;font-style:normal;font-weight:400;"
        f'src:url({_MATH_COMMON.removeprefix("assets/katex/")}) format("woff2");'
        f"unicode-range:{_unicode_range(common)}}}"
    )
    names = sorted(path.name for path in (package / "fonts").glob("*.woff2"))
    files = {
        f"assets/katex/fonts/{name}": (package / "fonts" / name).read_bytes() for name in names
    }
    common_file = {_MATH_COMMON: subset(main, common, project)}
    return {"assets/katex/katex.min.css": css.encode()} | files | common_file


def font_face_css(project: Project = HERE) -> str:
    """Return the rules that load every font and fit what stands in for it."""
    return "\n".join(rule for face in FACES for rule in _rules(face, project)) + "\n"


def stand_in_scale(face: Face, project: Project = HERE) -> float:
    """Return the factor by which the stand-in grows to set `SAMPLE` as wide as the font does."""
    font = TTFont(io.BytesIO(font_file(face, "latin", project)))
    glyphs, names = font.getGlyphSet(location={"wght": 400}), font.getBestCmap()
    own = sum(glyphs[names[ord(letter)]].width for letter in SAMPLE) / font["head"].unitsPerEm
    metrics = AFM(_matplotlib() / "mpl-data" / "fonts" / "pdfcorefonts" / f"{face.stand_in}.afm")
    widths = {code: width for code, width, _ in map(metrics.__getitem__, metrics.chars())}
    return float(own / (sum(widths[ord(letter)] for letter in SAMPLE) / 1000))


def _rules(face: Face, project: Project) -> Iterator[str]:
    names = f"font-style:{face.style};font-weight:{face.weight}"
    for script in face.scripts:
        font = TTFont(io.BytesIO(font_file(face, script, project)))
        drawn = _unicode_range(CHARACTERS[script] & font.getBestCmap().keys())
        yield (
            f'@font-face{{font-family:"{face.family}";{names};font-display:swap;'
            f'src:url("../{face.path(script)}") format("woff2");unicode-range:{drawn}}}'
        )
    sources = ",".join(f'local("{name}")' for name in face.locals)
    scale = stand_in_scale(face, project)
    vertical, em = font["hhea"], font["head"].unitsPerEm
    ascent, descent = (abs(height) / em / scale for height in (vertical.ascent, vertical.descent))
    yield (
        f'@font-face{{font-family:"{face.family} stand-in";{names};src:{sources};'
        f"size-adjust:{scale:.2%};ascent-override:{ascent:.2%};"
        f"descent-override:{descent:.2%};line-gap-override:0%}}"
    )


def _unicode_range(codes: frozenset[int]) -> str:
    runs = [
        [code for _, code in run]
        for _, run in groupby(enumerate(sorted(codes)), key=lambda item: item[1] - item[0])
    ]
    return ",".join(
        f"U+{run[0]:X}" if len(run) == 1 else f"U+{run[0]:X}-{run[-1]:X}" for run in runs
    )


def _matplotlib() -> Path:
    """Return the folder of matplotlib; it brings the metrics of the fonts of every PDF reader."""
    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        message = "matplotlib is missing; `pip install -r requirements.txt` installs it"
        raise FileNotFoundError(message)
    return Path(found.origin).parent
