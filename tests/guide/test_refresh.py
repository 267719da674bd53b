"""`make refresh` rewrites what running and computing gives now, and nothing else."""

from pathlib import Path

import pytest
from planted import plant_chapter

from guide.errors import PublishingError
from guide.publishing.commands.expansion import expand_pages
from guide.publishing.commands.refresh import refresh
from guide.publishing.pieces.kinds import pieces_of
from guide.publishing.project import Project

PAGE = """# T

Half of them: *0.40*{ data-number="sample.half" }, of *9*{ data-number="sample.many" }.

```python
--8<-- "sample/idea.py:sum"
```
"""
SNIPPET = """# --8<-- [start:sum]
total = 1 + 1
print(total)
#> 3
# --8<-- [end:sum]
assert total == 2
"""


@pytest.fixture
def project(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Project:
    numbers = {"half": 0.5, "many": 12345}
    text = "\n".join(f"def {name}():\n    return {value}\n" for name, value in numbers.items())
    plant_chapter(tmp_path_factory.mktemp("chapters"), monkeypatch, "sample", {"experiments": text})
    (tmp_path / "docs/learn").mkdir(parents=True)
    (tmp_path / "docs/learn/sample.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "docs/_templates").mkdir()
    (tmp_path / "docs/_templates/chapter.md").write_text(
        "```python\ntyped\n```\n", encoding="utf-8"
    )
    (tmp_path / "snippets/sample").mkdir(parents=True)
    (tmp_path / "snippets/sample/idea.py").write_text(SNIPPET, encoding="utf-8")
    return Project(tmp_path)


def test_results_and_numbers_are_rewritten_in_place(project: Project) -> None:
    assert refresh(project) == [
        "snippets/sample/idea.py: results rewritten",
        "docs/learn/sample.md:3: 9 is now 12,345",
        "docs/learn/sample.md:3: 0.40 is now 0.50",
    ]
    assert (project.snippets / "sample/idea.py").read_text(encoding="utf-8") == SNIPPET.replace(
        "#> 3", "#> 2"
    )
    expected = PAGE.replace("*0.40*", "*0.50*").replace("*9*", "*12,345*")
    assert (project.docs / "learn/sample.md").read_text(encoding="utf-8") == expected


def test_a_second_refresh_finds_nothing(project: Project) -> None:
    refresh(project)
    assert refresh(project) == []


def test_a_failing_snippet_leaves_every_file_as_it_was(project: Project) -> None:
    broken = SNIPPET.replace("1 + 1", "1 / 0")
    (project.snippets / "sample/idea.py").write_text(broken, encoding="utf-8")
    with pytest.raises(PublishingError, match=r"snippets/sample/idea\.py:2: ZeroDivisionError"):
        refresh(project)
    assert (project.snippets / "sample/idea.py").read_text(encoding="utf-8") == broken
    assert (project.docs / "learn/sample.md").read_text(encoding="utf-8") == PAGE
    assert sorted(p.name for p in project.root.rglob("*") if p.is_file()) == [
        "chapter.md",
        "idea.py",
        "sample.md",
    ]


def test_expanded_pages_hold_the_code_as_readers_copy_it(project: Project) -> None:
    refresh(project)
    [page] = expand_pages(project)
    assert page == project.root / "build/pages/learn/sample.md"
    assert page.read_text(encoding="utf-8") == (
        "# learn/sample.md\n\nLine 5: sample/idea.py:sum\n\n"
        "```python\ntotal = 1 + 1\nprint(total)\n#> 2\n```\n\n"
        "<!--pytest-codeblocks:expected-output-->\n\n```text\n2\n```\n"
    )


def test_a_snippet_with_a_framework_is_shown_and_left_to_its_own_tests(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(project)
    path = project.snippets / "sample/idea.py"
    with_framework = path.read_text(encoding="utf-8").replace(
        "total = 1", "import torch\n\ntotal = 1"
    )
    path.write_text(with_framework.replace("#> 2", "#> 7"), encoding="utf-8")
    monkeypatch.setattr("guide.publishing.commands.refresh.find_spec", lambda _: None)
    assert refresh(project) == []  # without the framework nobody knows better
    [page] = expand_pages(project)
    assert page == project.root / "build/framework-pages/learn/sample.md"
    assert not (project.root / "build/pages/learn/sample.md").exists()
    [piece] = [p for p in pieces_of(PAGE, "learn/sample.md") if p.kind == "code"]
    proof = piece.prove(project)
    assert proof.mark == "tested with PyTorch: 1 result compared"
    assert "did not run this code" in proof.sentence
    assert "make test-frameworks" in proof.sentence
    path.write_text(with_framework + "y = (\n", encoding="utf-8")
    with pytest.raises(PublishingError, match=r"snippets/sample/idea\.py:9: SyntaxError"):
        piece.prove(project)


def test_pages_that_are_gone_leave_no_expansion(project: Project) -> None:
    expand_pages(project)
    (project.docs / "learn/sample.md").unlink()
    expand_pages(project)
    assert list((project.root / "build").rglob("*.md")) == []
