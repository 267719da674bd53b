"""Scripts and style sheets are served small, and say what they said."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from mkdocs.structure.files import File, Files

from guide.errors import PublishingErrors
from guide.publishing.project import HERE, Project
from guide.publishing.typesetting.katex import node
from guide.publishing.website import minify
from guide.publishing.website.minify import lighten, minified

SCRIPTS = {
    path.relative_to(HERE.docs).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((HERE.docs / "javascripts").rglob("*.js"))
}
EVERY = pytest.mark.parametrize("path", SCRIPTS)
COMMENT = re.compile(r"^\s*// (.{12,})$", re.MULTILINE)
ADDRESS = re.compile(r"""(?:\bfrom|\bimport|\bURL)\s*\(?\s*(["'`])(?P<address>\.[^"'`]+)\1""")
DECLARED = re.compile(r"\bexport (?:async )?(?:const|let|class|function)\b\s*\*?\s*([\w$]+)")
LISTED = re.compile(r"\bexport\s*\{([^}]*)\}")
# Trains a network with the modules of a folder, and prints what it has learned.
TRAINING = """
const from = (name) => import(new URL(`${name}.js`, FOLDER));
const { Network } = await from("network");
const { Generator } = await from("random");
const { firstParameters } = await from("initializations");
const { Training } = await from("training");
const generator = new Generator(7);
const network = new Network([2, 5, 3], ["gelu", "linear"]);
const start = firstParameters(network, "usual", generator);
const x = Float64Array.from({ length: 60 }, () => generator.standardNormal());
const y = Float64Array.from({ length: 30 }, (_, at) => at % 3);
const rules = { loss: "ce", optimizer: "adam", rate: 0.01, batchSize: 7, dropout: 0.2 };
const choices = { ...rules, penalty: "l2", strength: 0.01 };
const training = new Training({ network, start, data: { x, y, count: 30 }, generator, choices });
while (training.epochs < 20) training.step();
console.log(JSON.stringify([...training.parameters]));
"""


@pytest.fixture(scope="module")
def served() -> dict[str, str]:
    return minified(SCRIPTS, HERE)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A checkout with a cache of its own."""
    (tmp_path / "node_modules").symlink_to(HERE.root / "node_modules")
    return Project(tmp_path)


def addresses(script: str) -> set[str]:
    """Return what a script asks for by its own place, whatever its variables are called."""
    found = {match["address"] for match in ADDRESS.finditer(script)}
    return {re.sub(r"\$\{[^}]*\}", "${}", address) for address in found}


def exported(script: str) -> set[str]:
    listed = ",".join(LISTED.findall(script)).split(",")
    return {*DECLARED.findall(script), *(name.split(" as ")[-1].strip() for name in listed)} - {""}


@EVERY
def test_a_script_keeps_what_others_know_of_it(path: str, served: dict[str, str]) -> None:
    assert addresses(served[path]) == addresses(SCRIPTS[path])
    assert exported(served[path]) == exported(SCRIPTS[path])


@EVERY
def test_a_script_comes_without_comments_and_a_map_has_them(
    path: str, served: dict[str, str]
) -> None:
    assert [text for text in COMMENT.findall(SCRIPTS[path]) if text in served[path]] == []
    name = path.rpartition("/")[2]
    assert served[path].endswith(f"\n//# sourceMappingURL={name}.map\n")
    source_map = json.loads(served[f"{path}.map"])
    assert source_map["sourcesContent"] == [SCRIPTS[path]]
    assert source_map["sources"] == [name]
    assert source_map["mappings"]


def test_scripts_compute_what_their_sources_compute(tmp_path: Path, served: dict[str, str]) -> None:
    folder = tmp_path / "net"
    folder.mkdir()
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    for path, script in served.items():
        if path.startswith("javascripts/net/") and path.endswith(".js"):
            (folder / path.rpartition("/")[2]).write_text(script, encoding="utf-8")
    one, other = (trained(each) for each in (HERE.docs / "javascripts/net", folder))
    assert len(one) == 33
    assert one == other


def trained(folder: Path) -> list[float]:
    address = json.dumps(f"{folder.as_uri()}/")
    command = [
        str(node()),
        "--no-warnings",
        "--input-type=module",
        "--eval",
        TRAINING.replace("FOLDER", address),
    ]
    parameters: list[float] = json.loads(subprocess.check_output(command))
    return parameters


def test_what_a_script_says_stays(project: Project) -> None:
    said = 'say("// no comment", `two\n  lines ${name}`, "≤ −", {"key of JSON": [1.5]});'
    small = minified({"javascripts/x.js": f"// gone\n{said} // gone, too\n"}, project)
    code, *_ = small["javascripts/x.js"].rpartition("//#")
    assert "gone" not in code
    assert said_by(code) == said_by(said)


def said_by(code: str) -> str:
    """Return what a script says to `say`."""
    around = f"const name = 'x'; const say = (...all) => console.log(JSON.stringify(all));{code}"
    return subprocess.check_output([str(node()), "--eval", around], encoding="utf-8")


def test_names_at_the_top_of_a_script_that_is_no_module_stay(project: Project) -> None:
    text = "const shownByThePage = 1;\nfunction alsoShown() {}\n"
    small = minified({"javascripts/x.js": text}, project)["javascripts/x.js"]
    assert "shownByThePage" in small
    assert "alsoShown" in small


def test_faults_stop_the_build_with_their_places(project: Project) -> None:
    sheet = (
        "/* docs/stylesheets/a.css */\n.a { color: red }\n\n"
        "/* docs/stylesheets/b.css */\n.b {\n  color red;\n}\n"
    )
    texts = {
        "javascripts/good.js": "export const a = 1;\n",
        "javascripts/y.js": "export const a = {\n  a: 1,\n  b: ;\n};\n",
        "javascripts/in/x.js": "const a = 1;\nconst a = 2;\n",
        "stylesheets/site.css": sheet,
    }
    with pytest.raises(PublishingErrors) as stop:
        minified(texts, project)
    assert str(stop.value).splitlines() == [
        'docs/javascripts/in/x.js:2: The symbol "a" has already been declared',
        'docs/javascripts/y.js:3: Unexpected ";"',
        'docs/stylesheets/b.css:2: Expected ":"',
    ]
    assert not (project.cache / "minified").exists()


def test_a_second_build_starts_no_process(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {"javascripts/x.js": "export const a = 1; // one\n"}
    first = minified(texts, project)

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("Node was started")

    monkeypatch.setattr(minify.subprocess, "run", refuse)
    assert minified(texts, Project(project.root)) == first


def test_scripts_and_sheets_of_the_site_are_made_small_and_nothing_else(project: Project) -> None:
    written = {
        "javascripts/a.js": "export const one = 1; // one\n",
        "javascripts/python/run.py": "x = 1  # stays\n",
        "assets/python/run.mjs": "export const one = 1; // stays\n",
    }
    for name, text in written.items():
        (project.docs / name).parent.mkdir(parents=True, exist_ok=True)
        (project.docs / name).write_text(text, encoding="utf-8")
    files = Files([File(name, str(project.docs), "site", True) for name in written])  # noqa: FBT003
    made: dict[str, str | bytes] = {
        "stylesheets/site.css": "/* docs/stylesheets/a.css */\n.a {\n  color: #ffffff;\n}\n",
        "assets/font.woff2": b"\0",
    }
    lighten(files, made, project)
    script, *others = (file.content_string for file in files)
    assert script == "const o=1;export{o as one};\n//# sourceMappingURL=a.js.map\n"
    assert others == [*written.values()][1:]
    assert made.pop("stylesheets/site.css") == ".a{color:#fff}\n"
    assert json.loads(made.pop("javascripts/a.js.map"))["sourcesContent"] == [
        written["javascripts/a.js"]
    ]
    assert made == {"assets/font.woff2": b"\0"}


def test_esbuild_comes_for_every_system() -> None:
    lock = json.loads((HERE.root / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    version = lock["node_modules/esbuild"]["version"]
    for system in ("linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64", "win32-x64"):
        package = lock[f"node_modules/@esbuild/{system}"]
        assert (package["version"], package["optional"]) == (version, True)
        assert "dev" not in package
