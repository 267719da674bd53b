"""Formulas are set at build, once, and a formula that KaTeX does not know stops the build."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.publishing.project import HERE, Project
from guide.publishing.typesetting.katex import Katex, TexError


@pytest.fixture
def katex(tmp_path: Path) -> Iterator[Katex]:
    (tmp_path / "node_modules").symlink_to(HERE.root / "node_modules")
    typesetter = Katex(Project(tmp_path))
    yield typesetter
    typesetter.close()


def test_a_formula_comes_as_html_for_eyes_and_mathml_for_ears(katex: Katex) -> None:
    rendered = katex.html(r"\frac{1}{2}", display=True)
    assert rendered.startswith('<span class="katex-display">')
    assert "<math" in rendered
    assert 'aria-hidden="true"' in rendered


def test_a_second_typesetter_needs_no_process(katex: Katex) -> None:
    first = katex.html("z", display=False)
    another = Katex(katex.project)
    assert another.html("z", display=False) == first
    assert another._process is None  # noqa: SLF001  (what the test is about)


def test_inline_and_display_are_kept_apart(katex: Katex) -> None:
    assert katex.html("z", display=False) != katex.html("z", display=True)


@pytest.mark.parametrize("tex", [r"\nosuchcommand", r"\frac{1}", "x_1_2", "{"])
def test_bad_tex_is_refused_and_the_process_goes_on(katex: Katex, tex: str) -> None:
    with pytest.raises(TexError, match="KaTeX parse error"):
        katex.html(tex, display=False)
    assert "katex" in katex.html("x", display=False)
    assert len(list((katex.project.cache / "katex").iterdir())) == 1
