"""Every color of the site and of its figures: a name, and what it is in the light and dark scheme.

Figures are drawn in the light colors; `guide.publishing.svg.inline_svg` then turns each light color
into the CSS variable of its name, which is why no two names may share one.
"""

from typing import NamedTuple


class Color(NamedTuple):
    """One color in both schemes, each as `#rrggbb`."""

    light: str
    dark: str


GROUNDS = {
    "ground": Color("#fcfaf5", "#13161b"),  # the page
    "surface": Color("#f4f1e9", "#1b2027"),  # cards and code on the page
}

HAIRLINES = {  # guide the eye; a reader who cannot see them misses nothing
    "rule": Color("#ddd7c9", "#323944"),
    "grid": Color("#e7e2d7", "#272d36"),
}

OUTLINES = {  # borders of controls, axes of figures
    "edge": Color("#8a8578", "#727c89"),
    "focus": Color("#5a3fd0", "#b3a5ff"),
}

TEXTS = {
    "ink": Color("#23211c", "#e8e5de"),
    "ink-soft": Color("#5e5a51", "#a9afb8"),
    "accent": Color("#125f70", "#79c8d4"),
}

STATES = {  # never told by color alone
    "good": Color("#147c4e", "#8ad7a6"),
    "bad": Color("#850108", "#e5736b"),
}

CODE = {
    "keyword": Color("#8a2a5e", "#ee9cc4"),
    "string": Color("#41691c", "#a8cf88"),
    "number": Color("#97480f", "#f0aa7c"),
    "comment": Color("#69655b", "#979fa9"),
    "function": Color("#24529d", "#8fb9f4"),
    "output": Color("#1a665c", "#88cdbe"),
}

SIGNS = {
    "positive": Color("#1b5fb0", "#6da8f4"),
    "negative": Color("#b04f0c", "#f19f72"),
}

CLASSES = {
    "class-1": Color("#027a78", "#7ec8bf"),
    "class-2": Color("#7d004d", "#cf6491"),
    "class-3": Color("#836001", "#ffde95"),
    "class-4": Color("#433592", "#8b8ae1"),
}

SERIES = {
    "series-1": Color("#1d4091", "#799fed"),
    "series-2": Color("#06787d", "#93e1e0"),
    "series-3": Color("#a64a27", "#eb9478"),
    "series-4": Color("#5b153d", "#b37594"),
}

ACTIVATIONS = {
    "sigmoid": Color("#8c4cd5", "#b9a1ff"),
    "tanh": Color("#0b6288", "#9ce1ff"),
    "relu": Color("#c6370f", "#dc6343"),
    "leaky-relu": Color("#5d3100", "#eeb98a"),
    "leaky-relu-steep": Color("#81568f", "#a680b3"),  # the larger of two leaks in one figure
    "elu": Color("#157c68", "#b2f9e2"),
    "gelu": Color("#282691", "#7c7dd7"),
    "silu": Color("#6f024c", "#ee94c6"),
    "softmax": Color("#5f5401", "#e7dd9b"),
    "linear": Color("#353d46", "#848d9a"),
}

OPTIMIZERS = {
    "sgd": Color("#26254b", "#9fa5af"),
    "momentum": Color("#146bcf", "#4c8ada"),
    "nesterov": Color("#015b5c", "#92dddd"),
    "adagrad": Color("#3b6403", "#c4f6bd"),
    "rmsprop": Color("#532600", "#e0b76f"),
    "adam": Color("#c3356b", "#e15e4d"),
    "adamw": Color("#6b2a89", "#f2b6ff"),
}

MEANINGS = SIGNS | CLASSES | SERIES | ACTIVATIONS | OPTIMIZERS | STATES

PALETTE = GROUNDS | HAIRLINES | OUTLINES | TEXTS | CODE | MEANINGS

FIGURE_SETS = (  # colors that every reader can tell apart, and that may stand in one panel
    frozenset(SIGNS),
    frozenset(STATES),
    frozenset(CLASSES),
    frozenset(SERIES),
    frozenset({"sigmoid", "tanh", "relu", "leaky-relu"}),
    frozenset({"sigmoid", "tanh", "relu", "linear"}),
    frozenset({"sigmoid", "tanh", "relu", "gelu"}),
    frozenset({"sigmoid", "softmax"}),
    frozenset({"relu", "leaky-relu", "elu"}),
    frozenset({"relu", "leaky-relu", "leaky-relu-steep"}),
    frozenset({"relu", "elu", "gelu", "silu"}),
    frozenset({"sgd", "momentum", "nesterov"}),
    frozenset({"sgd", "momentum", "rmsprop", "adam"}),
    frozenset({"sgd", "momentum", "adam", "adamw"}),
    frozenset({"sgd", "adagrad", "rmsprop", "adam"}),
)


def color(token: str) -> str:
    """Return the light color of a token, to draw with.

    Raises:
        KeyError: There is no such token; the message lists those there are.
    """
    if token not in PALETTE:
        message = f"no color is called {token!r}; there are {', '.join(PALETTE)}"
        raise KeyError(message)
    return PALETTE[token].light


def tokens_css() -> str:
    """Return the style sheet that makes every color a variable, `--nn-ink` for `ink`.

    Which of the two it is, `color-scheme` says (docs/stylesheets/book.css). Browsers from before
    2024, which cannot choose, get the light colors.
    """
    light = "".join(f"  --nn-{token}: {pair.light};\n" for token, pair in PALETTE.items())
    both = "".join(
        f"  --nn-{token}: light-dark({pair.light}, {pair.dark});\n"
        for token, pair in PALETTE.items()
    )
    return (
        f":root {{\n{light}}}\n\n"
        f"@supports (color: light-dark(red, red)) {{\n:root {{\n{both}}}\n}}\n"
    )
