"""A block of a page has one mark, wherever its numbers stand."""

import pytest

from guide.publishing.ledger.marks import with_marks

A, B = "<!--number a-->", "<!--number b-->"
BOX, LINE = '<div class="table">', '<p class="proof-line">'


@pytest.mark.parametrize(
    ("block", "marked"),
    [
        ("<p>No number.</p>", "<p>No number.</p>"),
        (f"<p>From {A} to {B}.</p>", f"<p>From {A} to {B}.<!--check a b--></p>"),
        (f"<p>{A}</p>\n<p>{B}</p>", f"<p>{A}<!--check a--></p>\n<p>{B}<!--check b--></p>"),
        (f"<p><strong>{A}</strong> px</p>", f"<p><strong>{A}</strong> px<!--check a--></p>"),
        (
            f"<li>Take {A}:\n<ul>\n<li>or {B}</li>\n</ul>\n</li>",
            f"<li>Take {A}:<!--check a-->\n<ul>\n<li>or {B}<!--check b--></li>\n</ul>\n</li>",
        ),
        (
            f"<details><summary>{A}</summary><p>{B}</p></details>",
            f"<details><summary>{A}<!--check a--></summary><p>{B}<!--check b--></p></details>",
        ),
        (
            f"<figure><!--mark f-->\n<figcaption><p>{A}</p><p>{B}</p></figcaption></figure>",
            f"<figure><!--mark f a b-->\n<figcaption><p>{A}</p><p>{B}</p></figcaption></figure>",
        ),
        (
            f"{BOX}<table><td>{A}</td><td>{B}</td></table></div>",
            f"{BOX}<table><td>{A}</td><td>{B}</td></table></div>\n{LINE}<!--mark a b--></p>",
        ),
    ],
)
def test_a_block_has_one_mark_for_all_of_its_numbers(block: str, marked: str) -> None:
    assert with_marks(block) == marked
