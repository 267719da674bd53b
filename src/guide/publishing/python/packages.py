"""Compiled packages for Python in the page: where a browser gets them, or how they come here."""

import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple
from urllib.request import urlopen

from mkdocs.utils.yaml import yaml_load

from guide.errors import PublishingError
from guide.files import read_text, write_atomically
from guide.publishing.project import Project

OFFERED = ("numpy", "matplotlib")
"""What a page may import beside the standard library and the package itself."""

VARIABLE = "PYODIDE_PACKAGES"
"""The environment variable that names a folder which already holds the wheels."""

_FOLDER = "vendor/python"
_SETTING = "python_packages"
_WAIT = 60  # seconds, until a server answers


class Package(NamedTuple):
    """A wheel of Pyodide's release.

    Attributes:
        name: What the lock calls it.
        version: Its version.
        file: The name of the wheel.
        sha256: What its content must have.
        imports: The modules that come with it.
    """

    name: str
    version: str
    file: str
    sha256: str
    imports: tuple[str, ...]


@dataclass(frozen=True)
class Packages:
    """The wheels of the release of Pyodide that npm installed.

    Attributes:
        project: The checkout with its `node_modules`.
        setting: The address of the folder that has the wheels, as `mkdocs.yml` writes it.
    """

    project: Project
    setting: str

    @property
    def core(self) -> Path:
        """The folder that npm made."""
        return self.project.root / "node_modules" / "pyodide"

    @cached_property
    def release(self) -> str:
        """The version of Pyodide."""
        return str(json.loads(read_text(self.core / "package.json"))["version"])

    @cached_property
    def lock(self) -> dict[str, Any]:
        """What Pyodide itself says of its wheels: which there are, and their SHA-256."""
        lock: dict[str, Any] = json.loads(read_text(self.core / "pyodide-lock.json"))
        return lock

    @cached_property
    def address(self) -> str:
        """The folder of wheels, for exactly this release.

        Raises:
            PublishingError: What `mkdocs.yml` says is no address.
        """
        address = self.setting.replace("{release}", self.release)
        if not re.match(r"https?://[^/]", address):
            raise self._fault(f"{address!r} is no address of a folder that holds wheels")
        return address if address.endswith("/") else f"{address}/"

    @cached_property
    def folder(self) -> Path:
        """The folder that may hold wheels, as the environment variable or `make` chooses it."""
        return self.project.root / (os.environ.get(VARIABLE) or _FOLDER)

    def needed(self, *names: str) -> list[Package]:
        """Return packages and all that they need, each once, after what it needs."""
        found: dict[str, Package] = {}
        for name in names:
            said = self.lock["packages"][name]
            found |= {package.name: package for package in self.needed(*said["depends"])}
            found[name] = Package(
                name, said["version"], said["file_name"], said["sha256"], (*said["imports"],)
            )
        return [*found.values()]

    def content(self, package: Package) -> bytes | None:
        """Return a wheel that the folder holds, or None.

        Raises:
            PublishingError: It is not the one that the lock means, or NumPy is missing where the
                environment promises it.
        """
        path = self.folder / package.file
        if path.is_file():
            content = path.read_bytes()
            if not _is_meant(content, package):
                raise PublishingError(path.as_posix(), 1, self._other(package))
            return content
        if package.name == OFFERED[0] and os.environ.get(VARIABLE):
            message = f"{VARIABLE} names this folder, which does not hold {package.file}"
            raise PublishingError(self.folder.as_posix(), 1, message)
        return None

    def vendor(self) -> Iterator[str]:
        """Fetch the wheels that the folder lacks, and yield a line on each.

        Raises:
            PublishingError: A wheel cannot be fetched, or is not the one that the lock means.
        """
        for package in self.needed(*OFFERED):
            path = self.folder / package.file
            if not path.is_file():
                write_atomically(path, self._fetched(package))
            content = self.content(package) or b""
            yield f"{path.as_posix()}: {len(content):,} bytes, with the SHA-256 that the lock names"

    def _fetched(self, package: Package) -> bytes:
        address = self.address + package.file
        try:
            with urlopen(address, timeout=_WAIT) as answer:  # noqa: S310  (http or https: see above)
                content: bytes = answer.read()
        except OSError as error:
            raise self._fault(f"{address} cannot be fetched: {error}") from error
        if not _is_meant(content, package):
            raise self._fault(f"what {self.address} has is another: {self._other(package)}")
        return content

    def _other(self, package: Package) -> str:
        return (
            f"{package.file} is not the one of Pyodide {self.release}: its SHA-256 is not the one"
            " in node_modules/pyodide/pyodide-lock.json"
        )

    def _fault(self, message: str) -> PublishingError:
        lines = read_text(self.project.root / "mkdocs.yml").splitlines()
        named = (number for number, line in enumerate(lines, 1) if f"{_SETTING}:" in line)
        return PublishingError("mkdocs.yml", next(named, 1), message)


def _is_meant(content: bytes, package: Package) -> bool:
    return hashlib.sha256(content).hexdigest() == package.sha256


def packages_here(project: Project) -> Packages:
    """Return the wheels of a checkout as its `mkdocs.yml` says where they are."""
    settings = yaml_load(read_text(project.root / "mkdocs.yml"))
    return Packages(project, settings["extra"][_SETTING])
