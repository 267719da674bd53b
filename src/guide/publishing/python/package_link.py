"""Leads from the first code on a page that imports the package to the page that has it."""

import re

from guide.publishing.reference.sources import relative_url

PAGE = "install.md"

_CODE = re.compile(r'<div class="language-python highlight"[^>]*>.*?</div>', re.DOTALL)
_IMPORT = re.compile(r'<span class="nn">nnbyhand[.<]')


def with_link(html: str, page: str) -> str:
    """Return the HTML of a page with a link below the first code that needs the package.

    Args:
        html: The whole page.
        page: Its file, as seen from the folder `docs`.
    """
    for block in _CODE.finditer(html):
        if page != PAGE and _IMPORT.search(block[0]):
            link = f'<a href="{relative_url(PAGE, page)}">Install <code>nnbyhand</code></a>'
            return f'{html[: block.end()]}<p class="package-link">{link}</p>{html[block.end() :]}'
    return html
