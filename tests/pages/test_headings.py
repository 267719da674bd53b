"""A heading of a chapter tells what its section is about, alone in a list of search results."""

import re
from collections import Counter

from guide.publishing.pieces.page_text import prose_of
from guide.publishing.project import HERE

LONGEST = 60  # characters; more would not fit beside the page
FRAME = {"In short", "Check yourself", "Sources", "The same with nnbyhand"}  # of every chapter
HEADING = re.compile(r"^#{2,3} (.+)$", re.MULTILINE)
HEADINGS = [
    (chapter.stem, heading)
    for chapter in sorted((HERE.docs / "learn").glob("*.md"))
    for heading in HEADING.findall(prose_of(chapter.read_text(encoding="utf-8")))
    if heading not in FRAME
]


def test_headings_fit_beside_the_page() -> None:
    assert len(HEADINGS) > 100
    assert [found for found in HEADINGS if len(found[1]) > LONGEST] == []


def test_no_two_sections_have_one_heading() -> None:
    times = Counter(heading for _, heading in HEADINGS)
    assert [found for found in HEADINGS if times[found[1]] > 1] == []
