"""Scripts are served without comments, and say what they said."""

from pathlib import Path

import pytest
from pygments.lexers import JavascriptLexer
from pygments.token import Comment, Token, Whitespace, _TokenType

from guide.errors import PublishingError
from guide.publishing.project import HERE
from guide.publishing.scripts import as_served, needed, with_preloads

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
    assert as_served(script, "x.js") == ('const a = "b; // c";\nconst d = `e, // f`;\nf(a,\nd);\n')


@pytest.mark.parametrize(
    ("line", "served"),
    [
        ("f('a; // b');", "f('a; // b');"),
        ("f(\"it's\", 'a; // b');", "f(\"it's\", 'a; // b');"),
        ('f(\'say "a\', "b; // c");', 'f(\'say "a\', "b; // c");'),
        (r"f('it\'s; // a');", r"f('it\'s; // a');"),
        ("f(\"it's\"); // isn't it", 'f("it\'s");'),
        ("f('a', `b's`); // c", "f('a', `b's`);"),
        (r"f('\\'); // it's", r"f('\\');"),
    ],
)
def test_quotes_of_one_kind_may_stand_in_those_of_another(line: str, served: str) -> None:
    assert as_served(f"{line}\n", "x.js") == f"{served}\n"


def test_a_text_over_several_lines_is_refused() -> None:
    with pytest.raises(PublishingError, match=r"docs/javascripts/x\.js:2: a text in backticks"):
        as_served("const a = 1;\nconst b = `c\n  d`;\n", "javascripts/x.js")


def test_the_page_of_the_playground_asks_for_its_scripts_at_once() -> None:
    page = with_preloads("<title>x</title><div data-playground></div>", "../..", HERE.docs)
    for script in ("play/playground.js", "net/training.js", "net/random.js"):
        assert f'<link rel="modulepreload" href="../../javascripts/{script}">' in page
    assert "share.js" not in page  # it comes when it is asked for
    assert with_preloads("<title>x</title>", ".", HERE.docs) == "<title>x</title>"


def test_scripts_are_followed_through_those_they_import(tmp_path: Path) -> None:
    for name, text in {
        "a.js": 'import { b } from "./in/b.js";\nconst later = () => import("./d.js");\n',
        "in/b.js": 'import {\n  c,\n} from "../c.js";\nimport { a } from "../a.js";\n',
        "c.js": "",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert needed("a.js", tmp_path) == ["a.js", "in/b.js", "c.js"]
