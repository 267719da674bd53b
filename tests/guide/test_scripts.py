"""Scripts are served without comments, and say what they said."""

from pathlib import Path

import pytest
from pygments.lexers import JavascriptLexer
from pygments.token import Comment, Token, Whitespace, _TokenType

from guide.errors import PublishingError
from guide.publishing.project import HERE
from guide.publishing.scripts import as_served

SCRIPTS = sorted((HERE.docs / "javascripts").rglob("*.js"))


def code_of(script: str) -> list[tuple[_TokenType, str]]:
    """Return all that a browser does not skip."""
    tokens = JavascriptLexer().get_tokens(script)
    skipped = (Comment, Whitespace)
    kept = [(kind, text) for kind, text in tokens if not any(kind in each for each in skipped)]
    return [(kind, text) for kind, text in kept if kind is not Token.Text or text.strip()]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(HERE.docs).as_posix())
def test_a_script_keeps_its_code_and_loses_the_rest(path: Path) -> None:
    script = path.read_text(encoding="utf-8")
    served = as_served(script, path.name)
    assert code_of(served) == code_of(script)
    assert not any(line != line.strip() or line.startswith("//") for line in served.splitlines())


def test_what_looks_like_a_comment_and_is_none_stays() -> None:
    script = 'const a = "b; // c";\nconst d = `e, // f`; // g\n  // h\n\n  f(a, // i\n    d);\n'
    assert as_served(script, "x.js") == (
        'const a = "b; // c";\nconst d = `e, // f`;\nf(a,\nd);\n'
    )


def test_a_text_over_several_lines_is_refused() -> None:
    with pytest.raises(PublishingError, match=r"docs/javascripts/x\.js:2: a text in backticks"):
        as_served("const a = 1;\nconst b = `c\n  d`;\n", "javascripts/x.js")
