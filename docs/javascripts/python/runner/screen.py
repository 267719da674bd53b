"""Where a run shows things, as a notebook does: values as text, drawings as pictures."""

import contextlib
import html
import io
import os
import re
import sys
from collections.abc import Callable, Iterator

from runner.output import Output, Write

MOST_CHARACTERS, MOST_PICTURES = 10_000, 50
_BACKEND = "module://runner.figures"
_DESCRIBED = re.compile(r"<(title|desc)\b[^>]*>(.*?)</\1>", re.DOTALL)

Show = Callable[[str, str], None]
_screens: list["Screen"] = []


class Screen:
    """The place under one block.

    Args:
        write: Takes what is printed: the name of a stream, and a text.
        show: Takes pictures: SVG, and a text for those who do not see it.
    """

    def __init__(self, write: Write, show: Show) -> None:  # noqa: D107  (the class says it)
        self.output = Output(write)
        self._show, self._pictures = show, 0

    def value(self, value: object) -> None:
        """Show a value as a notebook shows that of the last line; None is not shown."""
        draw = getattr(type(value), "_repr_svg_", None)
        if value is None:
            return
        if draw is not None:
            svg = draw(value)
            self.picture(svg, _alternative(svg) or f"A {type(value).__name__}")
        elif _is_figure(value):
            sys.modules["runner.figures"].show_one(value)
        else:
            self.output.add("out", f"{text_of(value)}\n")

    def picture(self, svg: str, alt: str) -> None:
        """Show a picture behind what has been printed so far."""
        self._pictures += 1
        if self._pictures > MOST_PICTURES:
            if self._pictures == MOST_PICTURES + 1:
                self.output.note(f"The first {MOST_PICTURES} pictures are shown.")
            return
        self.output.flush()
        self._show(svg, alt)


def display(*values: object) -> None:
    """Show values at once, each as if it stood on the last line."""
    for value in values:
        screen().value(value)


def screen() -> Screen:
    """Return where the code that runs now shows things."""
    return _screens[-1]


@contextlib.contextmanager
def shown_on(screen: Screen) -> Iterator[None]:
    """Send what is printed, displayed and plotted to a screen."""
    backend = os.environ.get("MPLBACKEND")
    os.environ.setdefault("MPLBACKEND", _BACKEND)  # read when Matplotlib is first imported
    stdin, sys.stdin = sys.stdin, io.StringIO()  # nobody types: `input` meets the end at once
    _screens.append(screen)
    try:
        output = screen.output
        with contextlib.redirect_stdout(output.out), contextlib.redirect_stderr(output.err):
            yield
    finally:
        _screens.pop()
        sys.stdin = stdin
        if backend is None:
            os.environ.pop("MPLBACKEND", None)
        screen.output.close()


def show_open_figures() -> None:
    """Show the figures that the code has not shown itself, and close them."""
    figures = sys.modules.get("runner.figures")
    if figures is not None:
        figures.show()


def text_of(value: object) -> str:
    """Return what a notebook prints of a value; a long one is cut, and says so."""
    is_long = type(value) in {str, bytes, list, tuple} and len(value) > MOST_CHARACTERS  # type: ignore[arg-type]
    text = repr(value[:MOST_CHARACTERS] if is_long else value)  # type: ignore[index]
    if len(text) <= MOST_CHARACTERS:
        return text
    length = f" of a {type(value).__name__} of length {len(value):,}" if is_long else ""  # type: ignore[arg-type]
    return f"{text[:MOST_CHARACTERS]}…\n[The first {MOST_CHARACTERS:,} characters{length}.]"


def _is_figure(value: object) -> bool:
    """Tell whether a value is a figure of Matplotlib that pyplot can show here."""
    matplotlib = sys.modules.get("matplotlib.figure")
    if matplotlib is None or not isinstance(value, matplotlib.Figure):
        return False
    return "runner.figures" in sys.modules


def _alternative(svg: str) -> str:
    """Return what a drawing says of itself in its title and description."""
    texts = [re.sub(r"<[^>]+>", "", text) for _, text in _DESCRIBED.findall(svg)]
    return " ".join(html.unescape(" ".join(texts)).split())
