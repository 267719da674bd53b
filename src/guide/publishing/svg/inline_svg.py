"""Turns an SVG drawn by Matplotlib into one that stands inside a page and follows its colors."""

import html
import itertools
import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from guide.figures.palette import HAIRLINES, OUTLINES, color
from guide.publishing.svg.attributes import (
    Attributes,
    DrawingError,
    attributes_of,
    declared,
    paint,
    rounded,
)

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
