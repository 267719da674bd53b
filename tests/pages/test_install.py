"""The page Install tells the truth, and every page whose code needs the package leads there."""

import re
import subprocess
import sys
import tomllib
from html import unescape
from pathlib import Path

import pytest

from guide.publishing.project import HERE
from guide.publishing.python.wheel import wheel, wheel_name

SITE = HERE.root / "site"
PAGE = SITE / "install/index.html"
CODE = re.compile(r'<div class="(?:language-\w+ )?highlight".*?<code>(.*?)</code>', re.DOTALL)
LINK = re.compile(r'<p class="package-link"><a href="([^"]+)">')
# In an interpreter that knows NumPy, but of this package only what pip has put into a folder.
ALONE = """
import sys
sys.path.insert(0, sys.argv[1])
exec(sys.stdin.read())
print(nn.__file__)
"""


def built(path: Path) -> str:
    if not path.is_file():
        pytest.fail(f"{path} is not built: run `make site` first")
    return path.read_text(encoding="utf-8")


def words(markup: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", markup))


def codes() -> list[str]:
    return [words(code).strip() for code in CODE.findall(built(PAGE))]


def source() -> str:
    return (HERE.docs / "install.md").read_text(encoding="utf-8")


def text(name: str) -> str:
    return (HERE.root / name).read_text(encoding="utf-8")


def test_the_site_offers_the_wheel_of_this_checkout_and_no_other() -> None:
    page = built(PAGE)
    [(place, content)] = wheel(HERE).items()
    assert [file.relative_to(SITE).as_posix() for file in SITE.rglob("*.whl")] == [place]
    assert (SITE / place).read_bytes() == content
    assert f'<a download href="../{place}">{wheel_name(HERE)}</a>' in page
    assert {*re.findall(r"[\w.-]+\.whl", page)} == {wheel_name(HERE)}


def test_the_wheel_installs_and_the_lines_of_the_page_print_what_stands_there(
    tmp_path: Path,
) -> None:
    [lines] = [code for code in codes() if "import nnbyhand" in code]
    program, _, printed = lines.partition("\n#> ")
    assert len(program.split("\n")) <= 3
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    target = ["--no-index", "--no-deps", "--target", str(tmp_path)]
    [place] = wheel(HERE)
    subprocess.run([*pip, *target, str(SITE / place)], check=True)
    run = subprocess.run(
        [sys.executable, "-I", "-W", "error", "-c", ALONE, str(tmp_path)],
        input=program,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr
    shown, place_of_package = run.stdout.splitlines()
    assert shown == printed
    assert Path(place_of_package).is_relative_to(tmp_path)


def test_every_command_that_names_a_file_names_one_that_is_there() -> None:
    named = [part for code in codes() for part in code.split() if part.startswith("./")]
    assert named == [f"./{wheel_name(HERE)}"] * 5


def test_versions_are_those_that_are_tested() -> None:
    """A page cannot compute what other systems run: CI says that, and the pins."""
    workflow = text(".github/workflows/check.yml")
    pythons = re.search(r"python: \[(.*)\]", workflow)[1].replace('"', "").split(", ")
    project = tomllib.loads(text("pyproject.toml"))["project"]
    [numpy] = [need for need in project["dependencies"] if need.startswith("numpy")]
    pinned = re.findall(r"^numpy==(\d+\.\d+)", text("requirements.txt"), re.MULTILINE)
    newest = max(pinned, key=lambda version: tuple(map(int, version.split("."))))
    oldest = numpy.removeprefix("numpy>=")
    least = project["requires-python"].removeprefix(">=")
    first, last = pythons[0], pythons[-1]
    needed = f"`{first}` to `{last}`; of `{first}`, release `{least}` or newer."
    assert f"- **Python** {needed}" in source()
    assert f"Python `{first}` to `{last}` on Linux" in source()
    assert re.findall(r"system: \[(.*)\]", workflow) == ["macos-latest, windows-latest"]
    assert 'python-version: "3.13"' in workflow
    assert "with Python `3.13` on macOS and Windows" in source()
    assert f"NumPy `{oldest}` or newer" in source()
    assert f"with NumPy `{oldest}` to `{newest}`." in source()


def test_every_lab_is_named_once() -> None:
    labs = sorted(path.name for path in (HERE.docs / "practice").glob("*.py"))
    _, _, listed = source().partition("## The code of the chapters, and the labs")
    assert sorted(re.findall(r"\(practice/(\S+)\)", listed)) == labs


def pages() -> list[Path]:
    return sorted(
        page for page in SITE.rglob("index.html") if "source" not in page.relative_to(SITE).parts
    )


def test_every_page_whose_code_imports_the_package_leads_here_once() -> None:
    built(PAGE)
    needing = []
    for page in pages():
        markup = page.read_text(encoding="utf-8")
        imports = any(
            re.search(r"^(import|from) nnbyhand\b", words(code), re.MULTILINE)
            for code in CODE.findall(markup)
        )
        links = LINK.findall(markup)
        assert len(links) == (imports and page != PAGE), page
        assert all((page.parent / link).resolve() == PAGE.parent for link in links)
        needing += [page.relative_to(SITE).parts[0]] * len(links)
    assert {*needing} == {"learn", "play", "practice", "reference"}
