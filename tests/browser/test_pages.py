"""Gates that every page of the built site passes."""

from colors import ground
from visits import Visit

Visits = dict[tuple[str, str], Visit]


def assert_none(findings: list[str]) -> None:
    assert not findings, "\n".join(["", *findings])


def test_accessible(seen: Visit) -> None:
    assert_none(seen.violations)


def test_nothing_is_wider_than_the_page(seen: Visit) -> None:
    assert_none(seen.too_wide)


def test_no_table_hides_a_column(seen: Visit) -> None:
    assert_none(seen.cut_tables)


def test_no_table_reaches_under_a_list_of_contents(seen: Visit) -> None:
    assert_none(seen.covered_tables)


def test_no_text_is_below_12_pixels_on_a_phone(seen: Visit) -> None:
    assert_none(seen.too_small)


def test_console_stays_empty(seen: Visit) -> None:
    assert_none(seen.messages)


def test_no_request_leaves_the_site(seen: Visit) -> None:
    assert_none(seen.foreign_requests)


def test_no_script_holds_up_the_first_words(seen: Visit) -> None:
    assert_none(seen.blocking_scripts)


def test_content_security_policy(seen: Visit) -> None:
    rules = dict(rule.split(maxsplit=1) for rule in seen.policy.split("; ") if rule)
    assert (rules.get("default-src"), rules.get("object-src")) == ("'self'", "'none'")
    assert "'self'" in rules["script-src"].split()
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*"} & set(rules["script-src"].split())


def test_page_has_the_colors_of_the_readers_system(seen: Visit, visited: tuple[str, str]) -> None:
    assert seen.ground == ground(visited[1])


def test_same_content_without_script(visits: Visits, page_path: str) -> None:
    content = visits[page_path, "no script"].content
    assert content["text"]
    with_scripts = [visits[page_path, scheme] for scheme in schemes_seen(visits, page_path)]
    assert with_scripts
    assert all(content == seen.content for seen in with_scripts)


def schemes_seen(visits: Visits, page: str) -> list[str]:
    return [scheme for path, scheme in visits if path == page and scheme != "no script"]
