"""The server under the page gates behaves as a good static host."""

import gzip
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from static_server import serving


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "learn").mkdir(parents=True)
    (site / "index.html").write_text("home " * 100, encoding="utf-8")
    (site / "404.html").write_text("not here", encoding="utf-8")
    (site / "learn/index.html").write_text("learn", encoding="utf-8")
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    return site


def ask(origin: str, path: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(urlsplit(origin).netloc)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_page_travels_compressed_and_is_counted(folder: Path) -> None:
    with serving(folder) as served:
        answer, body = ask(served.origin, "/")
    assert (answer.status, answer.headers["Content-Encoding"]) == (200, "gzip")
    assert gzip.decompress(body) == b"home " * 100
    assert served.sent == [("/", len(body))]
    assert len(body) < 100


def test_folder_leads_to_its_page(folder: Path) -> None:
    with serving(folder, below="/guide/") as served:
        answer, _ = ask(served.origin, "/guide/learn")
        _, page = ask(served.origin, "/guide/learn/")
    assert (answer.status, answer.headers["Location"]) == (301, "/guide/learn/")
    assert gzip.decompress(page) == b"learn"


@pytest.mark.parametrize("path", ["/guide/missing", "/learn/", "/guide/../../secret"])
def test_what_is_not_in_the_folder_is_not_found(folder: Path, path: str) -> None:
    with serving(folder, below="/guide/") as served:
        answer, body = ask(served.origin, path)
    assert answer.status == 404
    assert gzip.decompress(body) == b"not here"
