"""The text fonts of the site, cut down to the characters and features that its pages use."""

import io
from dataclasses import dataclass
from pathlib import Path

import brotli  # type: ignore[import-untyped]
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from guide.publishing.project import HERE, Project
from guide.remembering import Work

_LATIN = (*range(0x20, 0x7F), *map(ord, "\u00a0§°±²³·½×÷Öáäåçèéíñóöøúü–—‘’“”•…′″↑↓−"))  # noqa: RUF001  (meant)
_GREEK = map(ord, "ΓΔΘΛΠΣΦΨΩαβγδεηθκλμπρστφχψω")
CHARACTERS = {"latin": frozenset(_LATIN), "greek": frozenset(_GREEK)}
"""What the site sets in its own fonts; any other character comes from the reader's system."""

KEPT = {
    "layout_features": ["kern", "liga", "pnum", "tnum"],
    "hinting": False,
    "bidi_closure": False,
}
"""What else of a font the site keeps: options of fontTools."""

KEPT_NAMES = (1, 2)
"""Which of its names a font keeps, by the numbers of the name table: family and style."""


@dataclass(frozen=True)
class StandIn:
    """A font of the reader's system, shown until a font of the site arrives.

    Attributes:
        metrics: The metrics file (AFM) that knows its widths.
        names: What systems call it, or another font of the same widths.
        weight: The CSS weights that it stands in for.
        matched: The weight whose widths it shall take.
    """

    metrics: str
    names: tuple[str, ...]
    weight: str = "400"
    matched: int = 400


@dataclass(frozen=True)
class Face:
    """One font of the site.

    Attributes:
        family: The name that the style sheets use.
        style: `normal` or `italic`.
        weight: One CSS weight, or the two ends of the range that a variable font keeps.
        source: The file below `node_modules`, with `{script}` where its name says latin or greek.
        stand_ins: What is shown until it arrives.
        scripts: What of it the site uses.
    """

    family: str
    style: str
    weight: str
    source: str
    stand_ins: tuple[StandIn, ...]
    scripts: tuple[str, ...] = ("latin",)

    def path(self, script: str) -> str:
        """Return where the site holds this font."""
        name = f"{self.family} {script} {self.weight} {self.style}".lower().replace(" ", "-")
        return f"assets/fonts/{name}.woff2"


_SERIF = "@fontsource/source-serif-4/files/source-serif-4-{script}-"
_SANS = "@fontsource-variable/source-sans-3/files/source-sans-3-{script}-wght-normal.woff2"
_MONO = "@fontsource-variable/source-code-pro/files/source-code-pro-{script}-wght-normal.woff2"
_TIMES = StandIn("Times-Roman", ("Times New Roman", "Liberation Serif", "Tinos"))
_TIMES_ITALIC = StandIn("Times-Italic", ("Times New Roman Italic", "Liberation Serif Italic"))
_TIMES_BOLD = StandIn("Times-Bold", ("Times New Roman Bold", "Liberation Serif Bold"), "600", 600)
_ARIAL = StandIn("Helvetica", ("Arial", "Helvetica", "Liberation Sans", "Arimo"), "200 549")
_ARIAL_BOLD = StandIn(
    "Helvetica-Bold", ("Arial Bold", "Helvetica Bold", "Liberation Sans Bold"), "550 900", 620
)
_COURIER = StandIn("Courier", ("Courier New", "Liberation Mono", "Cousine"))
_BOTH = ("latin", "greek")
REGULAR = Face("Source Serif 4", "normal", "400", f"{_SERIF}400-normal.woff2", (_TIMES,), _BOTH)
ITALIC = Face("Source Serif 4", "italic", "400", f"{_SERIF}400-italic.woff2", (_TIMES_ITALIC,))
STRONG = Face("Source Serif 4", "normal", "600", f"{_SERIF}600-normal.woff2", (_TIMES_BOLD,))
SANS = Face("Source Sans 3", "normal", "200 900", _SANS, (_ARIAL, _ARIAL_BOLD), _BOTH)
MONO = Face("Source Code Pro", "normal", "400", _MONO, (_COURIER,), _BOTH)
FACES = (REGULAR, ITALIC, STRONG, SANS, MONO)


def font_file(face: Face, script: str, project: Project = HERE) -> bytes:
    """Return one font as WOFF2, from the cache where it was cut before.

    Args:
        face: The font.
        script: `latin` or `greek`.
        project: The checkout whose `node_modules` holds it.

    Raises:
        FileNotFoundError: The front-end packages are not installed.
    """
    source = project.root / "node_modules" / face.source.format(script=script)
    return subset(source, CHARACTERS[script], face.weight, project)


def subset(
    source: Path, characters: frozenset[int], weight: str = "", project: Project = HERE
) -> bytes:
    """Return what a font has for these characters as WOFF2, from the cache where it is there.

    Args:
        source: The font.
        characters: What it shall hold.
        weight: The one weight to keep of a variable font; anything else keeps them all.
        project: The checkout whose cache remembers the result.

    Raises:
        FileNotFoundError: The front-end packages are not installed.
    """
    if not source.exists():
        message = f"{source} is missing; `npm ci` installs the front-end packages"
        raise FileNotFoundError(message)
    behind = (_cut, brotli, source)  # fontTools packs fonts with Brotli
    arguments = (tuple(sorted(characters)), weight)
    work = Work("fonts", behind, arguments, lambda: _cut(source, characters, weight))
    return project.memory.result(work)


def _cut(source: Path, characters: frozenset[int], weight: str) -> bytes:
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(Options(**KEPT))
    subsetter.populate(unicodes=characters)
    names = font["name"]
    del font["name"]  # or looking up which names are used takes half of the time
    subsetter.subset(font)
    names.names = [name for name in names.names if name.nameID in KEPT_NAMES]
    font["name"] = names
    if "fvar" in font and weight.isdigit():
        instantiateVariableFont(font, {"wght": int(weight)}, inplace=True)
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()
