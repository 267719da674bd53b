"""Gives each block of a page one mark for all that is proven in it.

Code, equations, figures and tables have a line below them, which then speaks for the numbers in
their caption or cells, too. A paragraph or an item of a list has a mark at its end. Both are
comments so far; `guide.publishing.ledger.marks` fills them in.
"""

import re

_NUMBER = re.compile(r"<!--number (?P<anchor>[\w-]+)-->")
_WHOLE = re.compile(r'<figure\b.*?</figure>|<div class="table\b[^>]*>.*?</table></div>', re.DOTALL)
_MARK = re.compile(r"<!--mark [\w-]+(?=-->)")
_EDGE = re.compile(
    r"(?=</?(?:p|li|[uod]l|d[td]|h[1-6]|div|details|summary|blockquote|figure|table)[ >])"
)


def with_marks(page: str) -> str:
    """Return the HTML of a page with a mark for each block that holds numbers."""
    done, parts = 0, []
    for whole in _WHOLE.finditer(page):
        parts += [_prose(page[done : whole.start()]), _figure_or_table(whole[0])]
        done = whole.end()
    return "".join([*parts, _prose(page[done:])])


def _figure_or_table(block: str) -> str:
    anchors = _anchors(block)
    if not anchors:
        return block
    if _MARK.search(block):
        return _MARK.sub(rf"\g<0> {anchors}", block, count=1)
    return f'{block}\n<p class="proof-line"><!--mark {anchors}--></p>'


def _prose(html: str) -> str:
    return "".join(_run(run) for run in _EDGE.split(html))


def _run(run: str) -> str:
    """Return text between two edges of blocks, with a mark at its end if it holds numbers."""
    anchors, text = _anchors(run), run.rstrip()
    return f"{text}<!--check {anchors}-->{run[len(text) :]}" if anchors else run


def _anchors(html: str) -> str:
    return " ".join(match["anchor"] for match in _NUMBER.finditer(html))
