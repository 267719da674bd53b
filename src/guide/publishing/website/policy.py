"""The Content-Security-Policy of a page: its own files, and what stands in the page by hash."""

import base64
import hashlib
import re

_INLINE_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_INLINE_STYLE = re.compile(r"<style>(?P<code>.*?)</style>", re.DOTALL)
_DIRECTIVES = (
    "default-src 'self'",  # what else there is, such as the next page, which Firefox fetches ahead
    "frame-src 'none'",
    "media-src 'none'",
    "object-src 'none'",
    "style-src-attr 'unsafe-inline'",  # KaTeX places its boxes with style attributes
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
)
_CHARSET = '<meta charset="utf-8">'


def with_policy(page: str) -> str:
    """Return the page with a policy that lets it load nothing from elsewhere.

    Raises:
        ValueError: The page does not declare its charset, after which the policy must stand.
    """
    if _CHARSET not in page:
        message = f"the page has no {_CHARSET} after which its policy can stand"
        raise ValueError(message)
    scripts = {
        _hash(match["code"])
        for match in _INLINE_SCRIPT.finditer(page)
        if "src=" not in match["attributes"] and "application/json" not in match["attributes"]
    }
    styles = {_hash(match["code"]) for match in _INLINE_STYLE.finditer(page)}
    own = (
        " ".join([f"{kind} 'self'", *sorted(hashes)])
        for kind, hashes in (("script-src", scripts), ("style-src", styles))
    )
    policy = "; ".join([*own, *_DIRECTIVES])
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return page.replace(_CHARSET, _CHARSET + meta, 1)


def _hash(code: str) -> str:
    digest = hashlib.sha256(code.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
