"""Bytecode that readers get is that of the very sources of the release, and always the same."""

import _imp
import io
import zipfile

import pytest

from guide.publishing.project import HERE
from guide.publishing.python import bytecode
from guide.publishing.python.archives import runner
from guide.publishing.python.bytecode import ARCHIVES, compiled

CORE = HERE.root / "node_modules/pyodide"
LIBRARY, RUNNER = ARCHIVES


def members(content: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(content))
    return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def sources() -> dict[str, dict[str, bytes]]:
    return {
        LIBRARY: members((CORE / LIBRARY).read_bytes()),
        RUNNER: members(runner(HERE)),
    }


@pytest.fixture(scope="module")
def made() -> dict[str, dict[str, bytes]]:
    archives = compiled(HERE, CORE, runner(HERE))
    return {name: members(content) for name, content in archives.items()}


@pytest.mark.parametrize("archive", ARCHIVES)
def test_no_file_is_lost_and_bytecode_names_its_source(
    archive: str, made: dict[str, dict[str, bytes]], sources: dict[str, dict[str, bytes]]
) -> None:
    assert {name.removesuffix("c") for name in made[archive]} == {*sources[archive]}
    magics = set()
    for name, content in made[archive].items():
        if not name.endswith(".pyc"):
            assert content == sources[archive][name]
            continue
        magic, flags, digest = content[:4], content[4:8], content[8:16]
        source = sources[archive][name.removesuffix("c")]
        assert digest == _imp.source_hash(int.from_bytes(magic, "little"), source)
        assert flags == b"\x01\0\0\0"  # there is no source that it must be compared with
        magics.add(magic)
    assert len(magics) == 1


def test_what_a_start_imports_is_compiled_and_what_it_does_not_is_left(
    made: dict[str, dict[str, bytes]],
) -> None:
    assert {"traceback.pyc", "asyncio/__init__.pyc", "_pyodide/_base.pyc"} <= {*made[LIBRARY]}
    assert {"csv.py", "os.py"} <= {*made[LIBRARY]}  # not imported; and built in
    assert all(name.endswith(".pyc") for name in made[RUNNER])


def test_it_is_always_the_same() -> None:
    kept = compiled(HERE, CORE, runner(HERE))
    assert bytecode._compile(CORE, runner(HERE)) == kept  # noqa: SLF001  (without the cache)
