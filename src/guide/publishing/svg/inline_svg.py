"""Turns an SVG drawn by Matplotlib into one that stands inside a page and follows its colors."""

import html
import itertools
import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from guide.figures.living import PREFIX
from guide.figures.palette import HAIRLINES, OUTLINES, PALETTE, color

Attributes = dict[str, str]

_TOKENS = {pair.light: token for token, pair in PALETTE.items()}
_DROPPED = {"font-family", "style"}  # the text takes the page's font; styles become attributes
_DEFAULTS = {
    ("font-size", "13px"),  # stands on the root
    ("stroke-dashoffset", "0"),
    ("stroke-linejoin", "round"),  # stands on the root
    ("text-anchor", "start"),
}

_NUMBER = re.compile(r"-?\d+\.?\d*(?:e[-+]?\d+)?")
_NO_TURN = re.compile(r"rotate\(-?0( [^)]*)?\)\s*")
_PATH_TOKEN = re.compile(rf"[A-Za-z]|{_NUMBER.pattern}")
_PAIRS = {"M": 1, "L": 1, "Q": 2, "C": 3, "z": 0}  # numbers that follow a command of a path
_REFERENCE = re.compile(r"(?<=url\(#)[^)]+")


class DrawingError(Exception):
    """A drawing that cannot stand on a page; the message says why and what would do."""


def declared(node: ET.Element) -> Iterator[tuple[str, str]]:
    """Yield the attributes of an element, and those that its style would set."""
    for name, value in node.attrib.items():
        yield ("xlink:href" if name.endswith("}href") else name), value
    for declaration in node.get("style", "").split(";"):
        name, _, value = declaration.partition(":")
        if value:
            yield name.strip(), value.strip()


def attributes_of(node: ET.Element, ids: Mapping[str, str]) -> Attributes:
    """Return the attributes of an element as the page needs them.

    Args:
        node: An element that Matplotlib wrote.
        ids: What the ids that something refers to are called on the page; others go.

    Raises:
        DrawingError: A color is not in the palette.
    """
    kept = {}
    for name, value in declared(node):
        if name == "id" and value.startswith(PREFIX):
            kept["data-part"] = value.removeprefix(PREFIX)
            continue
        if name in _DROPPED or (name, value) in _DEFAULTS or (name == "id" and value not in ids):
            continue
        if short := _shortened(name, value, ids):
            kept[name] = short
    return kept


def _shortened(name: str, value: str, ids: Mapping[str, str]) -> str:
    if name == "id":
        return ids[value]
    if name == "xlink:href":
        return f"#{ids[value.removeprefix('#')]}"
    if "url(" in value:
        return _REFERENCE.sub(lambda match: ids[match[0]], value)
    if name in {"fill", "stroke"}:
        return paint(value)
    if name == "d":
        return _path(value)
    decimals = 1 if name in {"x", "y"} else 2  # places to a tenth of a pixel, as in paths
    return rounded(_NO_TURN.sub("", value).strip().removesuffix("px"), decimals)


def paint(value: str) -> str:
    """Return a light color as the variable of its token, with itself as the fallback.

    Raises:
        DrawingError: The color is not in the palette.
    """
    if value == "none":
        return value
    token = _TOKENS.get(value.lower())
    if token is None:
        message = (
            f"the color {value} is not in the palette; take one with guide.figures.palette.color"
        )
        raise DrawingError(message)
    return f"var(--nn-{token}, {value.lower()})"


def rounded(text: str, decimals: int = 2) -> str:
    """Round every number in a text."""

    def short(match: re.Match[str]) -> str:
        number = f"{float(match[0]):.{decimals}f}".rstrip("0").rstrip(".")
        return "0" if number == "-0" else number

    return _NUMBER.sub(short, text)


def _path(data: str) -> str:
    """Write a path to a tenth of a pixel, each point as seen from the last, which is shortest."""
    tokens = _PATH_TOKEN.findall(data)
    if not {token for token in tokens if token.isalpha()} <= _PAIRS.keys():
        return " ".join(rounded(data, 1).split())
    written, last = "", ""
    here = start = (0, 0)  # in tenths
    while tokens:
        command = tokens.pop(0) if tokens[0].isalpha() else last
        numbers = [round(float(tokens.pop(0)) * 10) for _ in range(2 * _PAIRS[command])]
        steps = [number - here[place % 2] for place, number in enumerate(numbers)]
        letter = "" if command == last and command != "M" else command.lower()
        written += letter + "".join(f" {step / 10:g}" for step in steps)
        here = (numbers[-2], numbers[-1]) if numbers else start
        start = here if command == "M" else start
        last = "L" if command == "M" else command
    return re.sub(r"(?<=[a-z]) | (?=-)", "", re.sub(r"(?<![\d.])0(?=\.)", "", written))


_SHAPES = {"path", "use", "text", "rect"}
_COMMON = 'font-size="13" stroke-linejoin="round"'
_HALO = {"paint-order": "stroke", "stroke": paint(color("ground")), "stroke-width": "3"}
_SET_WHERE_USED = "what a definition looks like is said where it is used"
_LEAST_SIZE = 12  # px: an exponent is text that must be read, too


def themed_svg(svg: str, prefix: str, alt: str, panels: str = "") -> str:
    """Return an SVG of Matplotlib as one line of HTML that follows the colors of its page.

    Every color becomes the variable of its token, the text takes the font of the page, and what
    Matplotlib writes for other programs is gone. How wide it is shown is left to the style sheet.

    Args:
        svg: What Matplotlib wrote, with `svg.fonttype` "none" and colors of the palette only.
        prefix: What ids begin with, unique on the page.
        alt: What the picture shows, for those who do not see it.
        panels: Where its panels stand, if scripts redraw parts of it.

    Raises:
        DrawingError: A color is not in the palette, or pixels, a fraction, or text that is too
            pale stand in the drawing.
    """
    root = ET.fromstring(svg)  # noqa: S314  (our own drawing)
    box = rounded(root.get("viewBox") or root.get("viewbox") or "")  # HTML parsers write the latter
    ids = _ids(svg, prefix)
    inner = "".join(_markup(child, ids, inherited=None) for child in root)
    label = html.escape(" ".join(alt.split()))
    stand = f' data-panels="{panels}"' if panels else ""
    return f'<svg role="img" aria-label="{label}" viewBox="{box}" {_COMMON}{stand}>{inner}</svg>'


def _ids(svg: str, prefix: str) -> dict[str, str]:
    """Return new names for the ids that something refers to; nobody needs the others."""
    used = re.findall(r'(?:url\(#|xlink:href="#)([^")]+)', svg)
    return {name: f"{prefix}-{number}" for number, name in enumerate(dict.fromkeys(used), 1)}


def _markup(node: ET.Element, ids: Mapping[str, str], inherited: str | None) -> str:
    """Write an element and what it holds.

    Args:
        node: The element.
        ids: New names of the ids that are kept.
        inherited: The fill that the elements around it set.
    """
    tag = node.tag.rpartition("}")[2]
    if tag in {"metadata", "style"}:
        return ""
    if tag == "image":
        message = "pixels cannot follow the page's colors; draw shapes, as pcolormesh does"
        raise DrawingError(message)
    _share_style(node)
    attributes = attributes_of(node, ids)
    fill = _SET_WHERE_USED if tag == "defs" else attributes.get("fill", inherited)
    if tag in _SHAPES:
        _check_paint(tag, node, fill)
    if tag == "text":
        inner = _formula(node) if len(node) else html.escape(node.text or "", quote=False)
        attributes |= _HALO if fill != _HALO["stroke"] else {}
    else:
        inner = "".join(_markup(child, ids, fill) for child in node)
    return _element(tag, attributes, inner)


def _share_style(group: ET.Element) -> None:
    """Give the style that all markers of a group have to the group, once instead of each time."""
    styles = {child.get("style", "") if child.tag.endswith("use") else "" for child in group}
    if len(group) > 1 and len(styles) == 1 and "" not in styles:
        group.set("style", f"{group.get('style', '')};{styles.pop()}")
        for child in group:
            del child.attrib["style"]


def _element(tag: str, attributes: Attributes, inner: str) -> str:
    unpainted = attributes.get("fill") == "none" and "stroke" not in attributes
    if (tag in {"g", "defs", "text"} and not inner.strip()) or (tag == "path" and unpainted):
        return ""
    if tag == "g" and not attributes:
        return inner
    written = "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{written}>{inner}</{tag}>" if inner else f"<{tag}{written}/>"


def _check_paint(tag: str, node: ET.Element, fill: str | None) -> None:
    if fill is None:  # this is how Matplotlib writes black
        paint("#000000")
    own = dict(declared(node))
    if tag == "rect" and "fill" not in own and fill != _SET_WHERE_USED:  # the bar of a fraction
        message = "fractions and roots are too small to read; write a/b, or put it on the page"
        raise DrawingError(message)
    if tag != "text":
        return
    if any("opacity" in dict(declared(piece)) for piece in node.iter()):
        message = "transparent text loses its contrast; give it a color of the palette instead"
        raise DrawingError(message)
    for token in HAIRLINES | OUTLINES:
        if str(fill).startswith(f"var(--nn-{token},"):
            message = f"the color {token} is for lines; text in it is too pale to read"
            raise DrawingError(message)


def _formula(text: ET.Element) -> str:
    """Write a formula so that the page's font, not the one it was measured in, spaces it.

    Matplotlib places every glyph. Here glyphs of one style and height become a piece that simply
    follows the piece before.
    """
    glyphs = sorted(text, key=lambda glyph: float(glyph.get("x", "0")))
    inner, height = "", 0.0
    for (y, size, slant), run in itertools.groupby(glyphs, key=_setting):
        words = "".join(glyph.text or "" for glyph in run).replace("\xa0", " ")
        shown = {"dy": rounded(str(y - height)), "font-size": rounded(size), "font-style": slant}
        kept = {name: value for name, value in shown.items() if value not in {"0", "13", ""}}
        inner, height = inner + _element("tspan", kept, html.escape(words, quote=False)), y
    return inner


def _setting(glyph: ET.Element) -> tuple[float, str, str]:
    style = dict(declared(glyph))
    size = max(float(style.get("font-size", "13px").removesuffix("px")), _LEAST_SIZE)
    return float(style.get("y", "0")), str(size), "italic" if "font-style" in style else ""
