"""The page of the playground names the scripts that it needs at once."""

from pathlib import Path

from guide.publishing.project import HERE
from guide.publishing.website.scripts import needed, with_preloads


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
