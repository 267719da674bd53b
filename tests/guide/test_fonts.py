"""Fonts reach the site small and whole, and what stands in for them takes the same room."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from guide.publishing.fonts.faces import (
    CHARACTERS,
    FACES,
    MONO,
    REGULAR,
    SANS,
    Face,
    StandIn,
    font_file,
    subset,
)
from guide.publishing.fonts.site_fonts import font_face_css, katex_assets, preloaded, site_fonts
from guide.publishing.fonts.stand_ins import GROUPS, SAMPLE, stand_in_scale, stand_in_widths, widths
from guide.publishing.project import HERE, Project

SCRIPTS = [(face, script) for face in FACES for script in face.scripts]
NAMES = [face.path(script) for face, script in SCRIPTS]
PROSE = "Push a sigmoid far to the right and it stops listening, however wrong it is."


def opened(data: bytes) -> TTFont:
    return TTFont(io.BytesIO(data))


def characters(data: bytes) -> set[int]:
    return set(opened(data).getBestCmap())


def ranges(css: str) -> set[int]:
    """Return the characters of one `unicode-range`."""
    codes: set[int] = set()
    for part in css.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        codes |= set(range(int(first, 16), int(last or first, 16) + 1))
    return codes


def rules(css: str, family: str) -> Iterator[tuple[str, set[int]]]:
    """Yield source and characters of every @font-face of a family."""
    for rule in re.findall(r"@font-face\{[^}]*\}", css):
        if re.search(rf"font-family:\"?{family}\"?;", rule):
            covered = re.search(r"unicode-range:([^;}]*)", rule)
            source = re.search(r"src:url\(\"?([^\")]*)", rule)
            yield (source[1] if source else ""), (ranges(covered[1]) if covered else set())


@pytest.mark.parametrize(("face", "script"), SCRIPTS, ids=NAMES)
def test_font_holds_what_the_site_sets_in_it(face: Face, script: str) -> None:
    assert characters(font_file(face, script)) == CHARACTERS[script]


def test_fonts_are_small() -> None:
    assert max(map(len, site_fonts().values())) < 18_000
    assert len(font_file(MONO, "latin")) < 8_000


def test_same_bytes_from_an_empty_cache(tmp_path: Path) -> None:
    (tmp_path / "node_modules").symlink_to(HERE.root / "node_modules")
    fresh = Project(tmp_path)
    assert font_file(REGULAR, "greek", fresh) == font_file(REGULAR, "greek")
    assert font_file(MONO, "greek", fresh) == font_file(MONO, "greek")


def test_cache_keeps_weights_apart() -> None:
    source = HERE.root / "node_modules" / MONO.source.format(script="greek")
    assert "fvar" not in opened(subset(source, CHARACTERS["greek"], "400"))
    assert "fvar" in opened(subset(source, CHARACTERS["greek"]))


def test_kerning_survives() -> None:
    assert "kern" in {
        record.FeatureTag
        for record in opened(font_file(REGULAR, "latin"))["GPOS"].table.FeatureList.FeatureRecord
    }


def test_missing_packages_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"source-sans-3-latin.*npm ci"):
        font_file(SANS, "latin", Project(tmp_path))


def test_style_sheet_names_every_font_and_its_characters() -> None:
    files = site_fonts()
    named: dict[str, set[int]] = {}
    for family in {face.family for face in FACES}:
        named |= {
            source.removeprefix("../"): codes for source, codes in rules(font_face_css(), family)
        }
    assert named == {path: characters(data) for path, data in files.items()}


@pytest.mark.parametrize(
    ("face", "stand_in"),
    [(face, stand_in) for face in FACES for stand_in in face.stand_ins],
    ids=[stand_in.metrics for face in FACES for stand_in in face.stand_ins],
)
def test_stand_in_sets_prose_as_wide(face: Face, stand_in: StandIn) -> None:
    def scale(letter: str) -> float:
        group = next((group for group in GROUPS[1:] if letter in group), GROUPS[0])
        return stand_in_scale(face, stand_in, group)

    stood_in = sum(stand_in_widths(stand_in)[letter] * scale(letter) for letter in PROSE)
    own = sum(widths(face, stand_in.matched)[letter] for letter in PROSE)
    assert stood_in == pytest.approx(own, rel=0.015)


def test_groups_part_the_letters() -> None:
    assert sorted("".join(GROUPS[:3])) == [" ", *sorted(SAMPLE.replace(" ", ""))]
    assert len(set("".join(GROUPS))) == sum(len(set(group)) for group in GROUPS)


def test_katex_style_sheet_names_only_what_is_there() -> None:
    files = katex_assets()
    css = files["assets/katex/katex.min.css"].decode()
    named = {f"assets/katex/{path}" for path in re.findall(r"url\(([^)]*)\)", css)}
    assert named == files.keys() - {"assets/katex/katex.min.css"}
    assert not re.search(r"\.(woff|ttf)\b", css)


def test_katex_fonts_keep_every_character() -> None:
    files = katex_assets()
    shipped = HERE.root / "node_modules/katex/dist/fonts"
    for path in shipped.glob("*.woff2"):
        assert characters(files[f"assets/katex/fonts/{path.name}"]) == set(
            TTFont(path).getBestCmap()
        )


def test_katex_main_font_is_parted_without_gap_or_overlap() -> None:
    files = katex_assets()
    css = files["assets/katex/katex.min.css"].decode()
    regular = dict(rules(css, "KaTeX_Main"))
    common, rare = (regular[f"fonts/KaTeX_Main-{name}.woff2"] for name in ("common", "Regular"))
    assert not common & rare
    assert common | rare == characters(files["assets/katex/fonts/KaTeX_Main-Regular.woff2"])
    assert common == characters(files["assets/katex/fonts/KaTeX_Main-common.woff2"])


def test_preloaded_fonts_exist() -> None:
    files = site_fonts() | katex_assets()
    assert set(preloaded()) < set(preloaded(math=True)) <= files.keys()
