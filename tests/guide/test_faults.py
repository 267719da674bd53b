"""Faults planted in a copy of the project: each is caught, and named by its file and line."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.publishing.project import HERE

COPIED = ("docs", "snippets", "src", "mkdocs.yml", "package.json", "package-lock.json")
COPIED += ("pyproject.toml", "README.md", "LICENSE")  # the wheel is made of these
CHAPTER = "docs/learn/activations.md"
SNIPPET = "snippets/activations/sigmoid_slope.py"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a warm cache, as a contributor's checkout has one."""
    root = tmp_path_factory.mktemp("copy")
    for name in COPIED:
        source = HERE.root / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, root / name)
    if HERE.cache.is_dir():  # where it is not, the check below fills the copy's
        shutil.copytree(HERE.cache, root / HERE.cache.relative_to(HERE.root))
    (root / "node_modules").symlink_to(HERE.root / "node_modules")
    clean = command(root, "-m", "guide.publishing", "check")
    assert clean.returncode == 0, clean.stderr
    return root


def command(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(root / "src"), "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=root,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


class Planter:
    """Changes files of the copy and puts them back."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.before: dict[Path, str] = {}

    def replace(self, name: str, old: str, new: str) -> int:
        """Replace the first `old` in a file and return its line."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        self.before.setdefault(path, text)
        assert old in text, f"{name} no longer holds {old!r}; plant the fault elsewhere"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return text.count("\n", 0, text.index(old)) + 1

    def restore(self) -> None:
        for path, text in self.before.items():
            path.write_text(text, encoding="utf-8")


@pytest.fixture
def plant(copy: Path) -> Iterator[Planter]:
    planter = Planter(copy)
    yield planter
    planter.restore()


def first(pattern: str, name: str) -> re.Match[str]:
    match = re.search(pattern, (HERE.root / name).read_text(encoding="utf-8"), re.MULTILINE)
    assert match is not None, f"{name} holds no {pattern!r}; plant the fault elsewhere"
    return match


def caught(plant: Planter, place: str, message: str) -> None:
    done = command(plant.root, "-m", "guide.publishing", "check")
    assert done.returncode == 1, "the fault went through"
    assert re.search(rf"^{re.escape(place)}: .*{message}", done.stderr, re.MULTILINE), done.stderr


def test_a_failing_snippet(plant: Planter) -> None:
    line = plant.replace(SNIPPET, "print(", "print(1 / 0, ")
    caught(plant, f"{SNIPPET}:{line}", "ZeroDivisionError: division by zero")


def test_a_wrong_result(plant: Planter) -> None:
    result = first(r"^#> .*\d$", SNIPPET)[0]
    wrong = result[:-1] + str((int(result[-1]) + 1) % 10)
    line = plant.replace(SNIPPET, result, wrong)
    caught(plant, f"{SNIPPET}:{line}", "the file says .*running it prints")


def test_a_changed_digit_in_prose(plant: Planter) -> None:
    number = first(r"\*([\d.,]*\d)\*(\{ data-number)", CHAPTER)
    digit = str((int(number[1][-1]) + 1) % 10)
    line = plant.replace(CHAPTER, number[0], f"*{number[1][:-1]}{digit}*{number[2]}")
    caught(plant, f"{CHAPTER}:{line}", f"the page says {re.escape(number[1][:-1])}{digit}, ")


def test_a_wrong_sign_in_an_equation(plant: Planter) -> None:
    line = plant.replace("snippets/activations/sigmoid.tex", "e^{-z}", "e^{z}")
    caught(plant, f"snippets/activations/sigmoid.tex:{line}", "nnbyhand.sigmoid")


def test_a_missing_figure(plant: Planter) -> None:
    name = first(r"assets/figures/activations/([\w-]+)\.svg", CHAPTER)[1]
    line = plant.replace(CHAPTER, f"activations/{name}.svg", "activations/nowhere.svg")
    line = (HERE.root / CHAPTER).read_text(encoding="utf-8")[
        : first(r"!\[", CHAPTER).start()
    ].count("\n") + 1
    caught(plant, f"{CHAPTER}:{line}", "has no function 'nowhere'")


def test_a_missing_section(plant: Planter) -> None:
    name = first(r'"activations/\w+\.py:([\w-]+)"', CHAPTER)[1]
    line = plant.replace(CHAPTER, f':{name}"', ':nowhere"')
    caught(plant, f"{CHAPTER}:{line - 1}", "has no section 'nowhere'; it has: ")


def test_an_unknown_command_in_an_equation(plant: Planter) -> None:
    line = plant.replace("snippets/activations/sigmoid.tex", "\\frac", "\\fraction")
    caught(plant, f"snippets/activations/sigmoid.tex:{line}", r"\\fraction")


def test_an_unknown_command_in_a_sentence(plant: Planter) -> None:
    formula = first(r"\$z\$", CHAPTER)[0]
    line = plant.replace(CHAPTER, formula, "$\\zeal$")
    caught(plant, f"{CHAPTER}:{line}", r"Undefined control sequence: \\zeal")


def test_a_figure_that_raises(plant: Planter) -> None:
    name = first(r"assets/figures/activations/([\w-]+)\.svg", CHAPTER)[1].replace("-", "_")
    module = "src/guide/chapters/activations/figures.py"
    body = first(rf'^def {name}\(.*\) -> Figure:\n    """(?:.|\n)*?"""\n', module)[0]
    line = plant.replace(module, body, body + '    raise RuntimeError("no ink")\n')
    caught(plant, f"{module}:{line + body.count(chr(10))}", "RuntimeError: no ink")


def test_python_typed_into_a_page(plant: Planter) -> None:
    line = plant.replace(CHAPTER, '--8<-- "activations/', 'print(1) #--8<-- "activations/')
    caught(plant, f"{CHAPTER}:{line - 1}", "must hold one line that includes a tested file")


def test_broken_links_stop_the_build(plant: Planter) -> None:
    messages = {
        "[broken](nowhere.md)": "leads to '/learn/activations/nowhere.md', which",
        "[broken](activations.md#missing)": "asks for an anchor #missing",
        '<a href="../absent/">broken</a>': "leads to '/learn/absent', which the site does not have",
    }
    line = plant.replace(CHAPTER, "## In short", "\n".join([*messages, "\n## In short"]))
    done = command(plant.root, "-m", "mkdocs", "build", "--strict")
    assert done.returncode != 0, "the fault went through"
    for place, message in enumerate(messages.values(), line):
        assert re.search(rf"{CHAPTER}:{place}: the link .*{re.escape(message)}", done.stdout)


def test_a_failing_lab_stops_the_build(plant: Planter) -> None:
    lab = "docs/practice/explore-activations.py"
    line = plant.replace(lab, "print(", "print(1 / 0, ")
    done = command(plant.root, "-m", "mkdocs", "build", "--strict")
    assert done.returncode != 0, "the fault went through"
    assert f"{lab}:{line}: ZeroDivisionError: division by zero" in done.stdout


def test_a_new_chapter_passes_untouched(copy: Path) -> None:
    made = command(copy, "-m", "guide.publishing", "chapter", "a-new-chapter")
    assert made.returncode == 0, made.stderr
    check = command(copy, "-m", "guide.publishing", "check")
    assert check.returncode == 0, check.stderr
    build = command(copy, "-m", "mkdocs", "build", "--strict")
    assert build.returncode == 0, build.stderr
    again = command(copy, "-m", "guide.publishing", "chapter", "a-new-chapter")
    assert "exists already; nothing was written" in again.stderr


@pytest.mark.parametrize("name", ["Gradient", "gradient_descent", "../x", "", "a--b"])
def test_a_chapter_needs_a_slug(copy: Path, name: str) -> None:
    done = command(copy, "-m", "guide.publishing", "chapter", name)
    assert done.returncode == 1
    assert "is no slug" in done.stderr
