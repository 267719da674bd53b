"""Hands the fonts to the site: their files, and the style sheet that loads them.

A text font may arrive after the first paint. Until then a font of the reader's system stands in,
scaled here so that text takes the same room: hardly a line moves when the real font arrives.
"""

import io
import re
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

from fontTools.afmLib import AFM
from fontTools.ttLib import TTFont

from guide.publishing.faces import CHARACTERS, FACES, REGULAR, SANS, Face, font_file, subset
from guide.publishing.project import HERE, Project

SAMPLE = (
    "a network learns by small steps: it guesses, finds how wrong it was, and turns each weight"
)
"""Text with the letters about as frequent as in English."""

_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
# Characters whose widths differ alike between two fonts, each as often as it counts: what is in no
# other group, spaces, slim letters, capitals. One scale suits a group; one for all would not do.
GROUPS = (re.sub("[ fijlrt]", "", SAMPLE), " ", re.sub("[^fijlrt]", "", SAMPLE), _CAPITALS)

_MATH = "assets/katex/fonts/KaTeX_{name}.woff2"
_MATH_COMMON = frozenset(
    (*range(0x20, 0x7F), *range(0x391, 0x3AA), *map(ord, "\u00a0·×′−∂∇∈∑∏∞∣∥∼≈≠≤≥⊙⊤⋅⋯…→←\ue020"))  # noqa: RUF001  (meant)
)


def preloaded(*, math: bool = False) -> tuple[str, ...]:
    """Return the fonts that the top of a page needs: they need not wait for a style sheet.

    Args:
        math: Whether the page holds formulas, whose letters have no stand-in of their width.
    """
    text = (REGULAR.path("latin"), SANS.path("latin"))
    formulas = (_MATH.format(name="Main-common"), _MATH.format(name="Math-Italic"))
    return text + formulas if math else text


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

    Its main font comes in two files; the large one loads only where a page has a character that
    the small one, which nearly all formulas make do with, does not hold. The other fonts that
    formulas often need keep all characters but lose their hints for coarse screens.
    """
    package = project.root / "node_modules" / "katex" / "dist"
    fonts = {path.stem.removeprefix("KaTeX_"): path for path in package.glob("fonts/*.woff2")}
    files = {name: path.read_bytes() for name, path in sorted(fonts.items())}
    for name in ("Math-Italic", "Size1-Regular", "Size2-Regular", "Size3-Regular", "Size4-Regular"):
        files[name] = subset(fonts[name], _characters(fonts[name]), project=project)
    held = _characters(fonts["Main-Regular"])
    files["Main-common"] = subset(fonts["Main-Regular"], held & _MATH_COMMON, project=project)
    css = (package / "katex-swap.min.css").read_text(encoding="utf-8")
    css = re.sub(r',url\([^)]+\) format\("(?:woff|truetype)"\)', "", css)
    rule = next(rule for rule in css.split("}") if "KaTeX_Main-Regular.woff2" in rule)
    rare = f"{rule};unicode-range:{_unicode_range(held - _MATH_COMMON)}}}"
    common = f"{rule};unicode-range:{_unicode_range(held & _MATH_COMMON)}}}"
    css = css.replace(f"{rule}}}", rare + common.replace("Main-Regular", "Main-common"))
    return {"assets/katex/katex.min.css": css.encode()} | {
        _MATH.format(name=name): file for name, file in files.items()
    }


def _characters(font: Path) -> frozenset[int]:
    return frozenset(TTFont(font).getBestCmap())


def font_face_css(project: Project = HERE) -> str:
    """Return the rules that load every font and fit what stands in for it."""
    return "\n".join(rule for face in FACES for rule in _rules(face, project)) + "\n"


def _rules(face: Face, project: Project) -> Iterator[str]:
    names = f"font-style:{face.style};font-weight:{face.weight}"
    for script in face.scripts:
        held = TTFont(io.BytesIO(font_file(face, script, project))).getBestCmap().keys()
        yield (
            f'@font-face{{font-family:"{face.family}";{names};font-display:swap;'
            f'src:url("../{face.path(script)}") format("woff2");'
            f"unicode-range:{_unicode_range(CHARACTERS[script] & held)}}}"
        )
    sources = ",".join(f'local("{name}")' for name in face.locals)
    for group in GROUPS:
        codes = _unicode_range({ord(letter) for letter in group})
        only = "" if group == GROUPS[0] else f"unicode-range:{codes};"
        yield (
            f'@font-face{{font-family:"{face.family} stand-in";{names};src:{sources};'
            f"{only}{_fit(face, group, project)}}}"
        )


def _fit(face: Face, text: str, project: Project) -> str:
    """Return the descriptors that give the stand-in the height of the font and a text its width."""
    font = TTFont(io.BytesIO(font_file(face, "latin", project)))
    scale = stand_in_scale(face, text, project)
    em, vertical = font["head"].unitsPerEm, font["hhea"]
    ascent, descent = (abs(height) / em / scale for height in (vertical.ascent, vertical.descent))
    return (
        f"size-adjust:{scale:.2%};ascent-override:{ascent:.2%};descent-override:{descent:.2%};"
        "line-gap-override:0%"
    )


def stand_in_scale(face: Face, text: str, project: Project = HERE) -> float:
    """Return the factor by which the stand-in grows to set a text as wide as the font does."""
    font = TTFont(io.BytesIO(font_file(face, "latin", project)))
    glyphs, names = font.getGlyphSet(location={"wght": 400}), font.getBestCmap()
    own = sum(glyphs[names[ord(letter)]].width for letter in text) / font["head"].unitsPerEm
    metrics = AFM(_matplotlib() / "mpl-data" / "fonts" / "pdfcorefonts" / f"{face.stand_in}.afm")
    widths = {code: width for code, width, _ in map(metrics.__getitem__, metrics.chars())}
    return float(own / (sum(widths[ord(letter)] for letter in text) / 1000))


def _unicode_range(codes: Iterable[int]) -> str:
    ranks = enumerate(sorted(codes))
    runs = [[code for _, code in run] for _, run in groupby(ranks, key=lambda at: at[1] - at[0])]
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
