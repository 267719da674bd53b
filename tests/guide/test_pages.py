"""What the press finds on a page, and what it refuses to see there."""

import pytest

from guide.errors import PublishingError
from guide.publishing.pieces.kinds import pieces_of
from guide.publishing.pieces.page_text import prose_of

PAGE = """# Title

Its slope is *0.25*{ data-number="activations.max_slope" } at most.

```python
--8<-- "activations/sigmoid.py:stable"
```

??? success "Answer"

    ```math
    --8<-- "activations/sigmoid.tex"
    ```

![A curve that climbs from zero to one](../assets/figures/activations/sigmoid-slope.svg)

```table
activations.facts
```
"""


def test_pieces_come_in_reading_order_with_their_lines() -> None:
    found = [(piece.kind, piece.line, piece.reference) for piece in pieces_of(PAGE, "learn/a.md")]
    assert found == [
        ("number", 3, "activations.max_slope"),
        ("code", 5, "activations/sigmoid.py:stable"),
        ("equation", 11, "activations/sigmoid.tex"),
        ("figure", 15, "activations/sigmoid-slope"),
        ("table", 17, "activations.facts"),
    ]


def test_a_piece_knows_what_the_page_says_itself() -> None:
    pieces = {piece.kind: piece for piece in pieces_of(PAGE, "learn/a.md")}
    assert pieces["number"].text == "0.25"
    assert pieces["figure"].text == "A curve that climbs from zero to one"
    assert pieces["equation"].indent == "    "


def test_the_span_of_a_piece_is_its_place_in_the_text() -> None:
    number, code, *_ = pieces_of(PAGE, "learn/a.md")
    assert PAGE[slice(*number.span)] == '*0.25*{ data-number="activations.max_slope" }'
    assert PAGE[slice(*code.span)].startswith("```python\n")
    assert PAGE[slice(*code.span)].endswith("```")


@pytest.mark.parametrize(
    "info",
    ["py", "python title='x'", " python", "{.python}", "python hl_lines=1", "sh", "text", ""],
)
def test_a_fence_that_pytest_codeblocks_would_pass_over_is_refused(info: str) -> None:
    page = f'Words.\n\n```{info}\n--8<-- "a/b.py:c"\n```\n'
    with pytest.raises(PublishingError, match=r"^docs/learn/a\.md:3: a fenced block opens with"):
        pieces_of(page, "learn/a.md")


def test_tildes_are_fences_too() -> None:
    with pytest.raises(PublishingError, match="must hold one line that includes a tested file"):
        pieces_of("~~~python\nprint(1)\n~~~\n", "learn/a.md")


@pytest.mark.parametrize("body", ["print(1)", '--8<-- "a/b.py"\nprint(1)', "--8<-- a/b.py", ""])
def test_python_typed_into_a_page_is_refused(body: str) -> None:
    page = f"# T\n\n```python\n{body}\n```\n"
    with pytest.raises(PublishingError, match=r"docs/learn/a\.md:3: the python block holds"):
        pieces_of(page, "learn/a.md")


def test_comments_and_code_spans_hold_no_pieces() -> None:
    page = '<!--\n```python\nprint(1)\n```\n-->\n`*1*{ data-number="a.b" }`\n'
    assert pieces_of(page, "learn/a.md") == ()


def test_prose_keeps_every_position() -> None:
    prose = prose_of(PAGE)
    assert len(prose) == len(PAGE)
    assert "8<" not in prose
    assert prose.index("![") == PAGE.index("![")


def test_lines_count_from_the_front_matter() -> None:
    assert pieces_of(PAGE, "learn/a.md", first_line=5)[0].line == 7
