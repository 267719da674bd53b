"""Every page states what it may load: its own files and nothing else."""

import base64
import hashlib
import re

import pytest

from guide.publishing.website.policy import with_policy

PAGE = (
    '<html><head><meta charset="utf-8"><script>let a = 1</script><script src="x.js"></script>'
    '<script type="application/json">{}</script></head></html>'
)


def test_inline_scripts_are_named_by_their_hash() -> None:
    digest = base64.b64encode(hashlib.sha256(b"let a = 1").digest()).decode()
    policy = re.search(r'content="([^"]*)"', with_policy(PAGE))
    assert policy is not None
    directives = dict(part.split(" ", 1) for part in policy[1].split("; "))
    assert directives["script-src"] == f"'self' 'sha256-{digest}'"
    assert directives["default-src"] == "'self'"
    assert {directives[f"{kind}-src"] for kind in ("frame", "media", "object")} == {"'none'"}
    assert directives["style-src"] == "'self'"


def test_an_inline_style_is_named_by_its_hash() -> None:
    styled = PAGE.replace("</head>", "<style>p { margin: 0 }</style></head>")
    digest = base64.b64encode(hashlib.sha256(b"p { margin: 0 }").digest()).decode()
    assert f"; style-src 'self' 'sha256-{digest}'; " in with_policy(styled)


def test_no_directive_names_another_host() -> None:
    assert "http" not in with_policy(PAGE).replace("http-equiv", "")


def test_a_page_without_charset_is_refused() -> None:
    with pytest.raises(ValueError, match="after which its policy can stand"):
        with_policy("<html></html>")
