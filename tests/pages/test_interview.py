"""Every interview question says how hard it is."""

import re
from collections import Counter

from guide.publishing.project import HERE

LEVELS = ("Basic", "Intermediate", "Advanced")
QUESTION = re.compile(r'^\?\?\? question "(.*)"$', re.MULTILINE)
LEVEL = re.compile(rf"\*\*({'|'.join(LEVELS)})\.\*\* \S.*[?.]")


def test_every_question_is_marked_with_its_level() -> None:
    text = (HERE.docs / "check/interview.md").read_text(encoding="utf-8")
    questions = QUESTION.findall(text)
    assert len(questions) == text.count("??? ") >= 30
    unmarked = [question for question in questions if not LEVEL.fullmatch(question)]
    assert unmarked == []
    marked = Counter(question[2:].partition(".")[0] for question in questions)
    assert min(marked[level] for level in LEVELS) >= 10
