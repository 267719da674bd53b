"""Gates that every page of the built site passes, in light and dark."""

import pytest
from visits import AXE_WIDTHS, WIDTHS, Visit

Visits = dict[tuple[str, str], Visit]
both_schemes = pytest.mark.parametrize("scheme", ["light", "dark"])


@pytest.fixture
def seen(visits: Visits, page_path: str, scheme: str) -> Visit:
    return visits[page_path, scheme]


def assert_none(findings: list[str]) -> None:
    assert not findings, "\n".join(["", *findings])


@both_schemes
@pytest.mark.parametrize("width", AXE_WIDTHS)
def test_accessible(seen: Visit, width: int) -> None:
    assert_none(seen.violations[width])


@both_schemes
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_sticks_out_sideways(seen: Visit, width: int) -> None:
    assert_none(seen.sticking_out[width])


@both_schemes
def test_console_stays_empty(seen: Visit) -> None:
    assert_none(seen.messages)


@both_schemes
def test_no_request_leaves_the_site(seen: Visit) -> None:
    assert_none(seen.foreign_requests)


@pytest.mark.parametrize(("scheme", "expected"), [("light", "default"), ("dark", "slate")])
def test_page_follows_the_readers_scheme(seen: Visit, expected: str) -> None:
    assert seen.scheme == expected


@pytest.mark.parametrize("scheme", ["light"])
def test_content_security_policy(seen: Visit) -> None:
    rules = dict(rule.split(maxsplit=1) for rule in seen.policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert "'self'" in rules["script-src"].split()
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*"} & set(rules["script-src"].split())


@pytest.mark.parametrize("scheme", ["no script"])
def test_same_content_without_script(seen: Visit, visits: Visits, page_path: str) -> None:
    assert seen.content["text"]
    assert seen.content == visits[page_path, "light"].content
