"""Compiles Python in archives to bytecode; the build runs this in the very Python that readers get.

To compile the modules that a first Run imports takes a browser three times as long as to read their
bytecode.
"""

import importlib.util
import marshal
import sys
import zipfile
from collections.abc import Container

_UNCHECKED = 1  # nothing compares the bytecode with a source, which is not there (PEP 552)


def compile_modules(source: str, target: str, place: str, chosen: Container[str]) -> None:
    """Write an archive again, with bytecode in place of some modules.

    Args:
        source: The archive.
        target: The new one.
        place: The path of the archive in the browser's Python: tracebacks name it.
        chosen: The files to compile.
    """
    with zipfile.ZipFile(source) as given, zipfile.ZipFile(target, "w") as made:
        for name in given.namelist():
            content = given.read(name)
            if name in chosen:
                content = bytecode(content, f"{place}/{name}")
                name += "c"  # noqa: PLW2901  (as Python calls such a file)
            made.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, 9)


def bytecode(source: bytes, file_name: str) -> bytes:
    """Return what Python keeps of a module that it has compiled."""
    code = compile(source, file_name, "exec", dont_inherit=True)
    head = importlib.util.MAGIC_NUMBER + _UNCHECKED.to_bytes(4, "little")
    return head + importlib.util.source_hash(source) + marshal.dumps(code)


def imported_from(archive: str) -> set[str]:
    """Return the files of an archive from which modules have been imported."""
    specs = (getattr(module, "__spec__", None) for module in [*sys.modules.values()])
    files = (getattr(spec, "origin", None) or "" for spec in specs)  # "frozen" where built in
    return {file.removeprefix(f"{archive}/") for file in files if file.startswith(f"{archive}/")}
