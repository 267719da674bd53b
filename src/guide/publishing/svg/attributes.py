"""Writes the attributes of an SVG of Matplotlib short, and its colors as tokens of the palette."""

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from guide.figures.living import PREFIX
from guide.figures.palette import PALETTE

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
