"""Hands the fonts to the site: their files, and the style sheets that load them."""

import re
from collections.abc import Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

from guide.files import read_text
from guide.publishing.fonts.faces import CHARACTERS, FACES, REGULAR, SANS, Face, font_file, subset
from guide.publishing.fonts.stand_ins import stand_in_rules, unicode_range
from guide.publishing.project import HERE, Project

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
    css = read_text(package / "katex-swap.min.css")
    css = re.sub(r',url\([^)]+\) format\("(?:woff|truetype)"\)', "", css)
    rule = next(rule for rule in css.split("}") if "KaTeX_Main-Regular.woff2" in rule)
    rare = f"{rule};unicode-range:{unicode_range(held - _MATH_COMMON)}}}"
    common = f"{rule};unicode-range:{unicode_range(held & _MATH_COMMON)}}}"
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
    for script in face.scripts:
        yield (
            f'@font-face{{font-family:"{face.family}";font-style:{face.style};'
            f"font-weight:{face.weight};font-display:swap;"
            f'src:url("../{face.path(script)}") format("woff2");'
            f"unicode-range:{unicode_range(CHARACTERS[script])}}}"
        )
    yield from stand_in_rules(face, project)
