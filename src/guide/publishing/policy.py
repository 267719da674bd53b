"""The Content-Security-Policy of a page: its own files, and its inline scripts by hash."""

import base64
import hashlib
import re

_INLINE_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_DIRECTIVES = (
    "default-src 'none'",
    "style-src 'self'",
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
    hashes = sorted(
        {
            _hash(match["code"])
            for match in _INLINE_SCRIPT.finditer(page)
            if "src=" not in match["attributes"] and "application/json" not in match["attributes"]
        }
    )
    scripts = " ".join(["script-src 'self'", *hashes])
    policy = "; ".join([scripts, *_DIRECTIVES])
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return page.replace(_CHARSET, _CHARSET + meta, 1)


def _hash(code: str) -> str:
    digest = hashlib.sha256(code.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
