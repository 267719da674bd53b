"""The front-end parts are installed where they are missing, and a failure says what helps."""

import sys
from pathlib import Path

import pytest

from guide.publishing.project import Project
from guide.publishing.website import frontend

CERTIFICATE = "npm error code SELF_SIGNED_CERT_IN_CHAIN"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A checkout that lacks what it asks for."""
    package = '{"dependencies": {"katex": "1"}}'
    (tmp_path / "package.json").write_text(package, encoding="utf-8")
    return Project(tmp_path)


def program(path: Path, *lines: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(("#!/bin/sh", *lines)), encoding="utf-8")
    path.chmod(0o755)


@pytest.mark.shell
@pytest.mark.parametrize(
    ("platform", "node", "npm"),
    [("linux", "bin/node", "bin/npm"), ("win32", "Scripts/node.exe", "Scripts/npm.exe")],
)
def test_npm_of_the_environment_is_asked(
    project: Project, monkeypatch: pytest.MonkeyPatch, platform: str, node: str, npm: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(sys, "prefix", str(project.root))
    program(project.root / node)
    program(project.root / npm, 'echo "$@" > asked')
    frontend.install(project)
    asked = (project.root / "asked").read_text(encoding="utf-8")
    assert asked == "ci --omit=dev --no-audit --no-fund\n"


@pytest.mark.shell
def test_a_certificate_that_npm_does_not_know_is_followed_by_what_to_set(
    project: Project, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "prefix", str(project.root))
    program(project.root / "bin/node")
    program(project.root / "bin/npm", f'echo "{CERTIFICATE}" >&2', "exit 1")
    with pytest.raises(SystemExit) as stop:
        frontend.install(project)
    assert CERTIFICATE in capfd.readouterr().err
    message = str(stop.value)
    assert message.startswith(f"ERROR: `npm ci` failed in {project.root}; ")
    assert "Set NODE_EXTRA_CA_CERTS=/path/to/certificate.pem" in message
    assert "HTTPS_PROXY=http://host:port" in message
