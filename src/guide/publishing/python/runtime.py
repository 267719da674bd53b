"""Python for the page as files of the site: Pyodide's core, archives, and a list of all of them."""

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from guide.errors import PublishingError
from guide.publishing.project import Project
from guide.publishing.python.archives import dependencies, packed, runner
from guide.publishing.python.bytecode import compiled
from guide.publishing.python.packages import OFFERED, Package, Packages
from guide.publishing.python.wheel import wheel
from guide.remembering import Work

FOLDER = "assets/python"
"""Where the site keeps it."""

CORE = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)
"""What Pyodide cannot start without."""

_PACKED = (".whl", ".zip")  # a server does not compress them once more
# What a wheel weighs stands in no lock, but `make vendor-python` prints it. That of matplotlib is
# the sum of what comes with it, NumPy not counted.
_BYTES = {"314.0.7": {"numpy": 2_960_568, "matplotlib": 10_300_000}}
_TITLES = {"numpy": "NumPy", "matplotlib": "Matplotlib"}


def runtime_files(project: Project, setting: str) -> dict[str, bytes]:
    """Return the files by path, `runtime.json` among them, which lists them for the page.

    Args:
        project: The checkout.
        setting: The address of the folder that has compiled packages.
    """
    packages = Packages(project, setting)
    quick = compiled(project, packages.core, runner(project))
    core = {name: quick.get(name) or (packages.core / name).read_bytes() for name in CORE}
    own = {"runner.zip": quick["runner.zip"]}
    ours = dict(map(packed, dependencies(project, packages.lock["packages"])))
    wheels = {f"../{path.rpartition('/')[2]}": data for path, data in wheel(project).items()}
    held = {
        f"packages/{package.file}": content
        for package in packages.needed(*OFFERED)
        if (content := packages.content(package)) is not None
    }
    parts = [
        {"name": "python", "title": _python(packages), "files": _listed({**core, **own}, project)},
        *(_part(name, packages, held) for name in OFFERED),
        {
            "name": "nnbyhand",
            "title": "nnbyhand",
            "imports": ["nnbyhand", *(name.replace("-", "_") for name in _names(ours))],
            "needs": ["numpy"],
            "files": _listed({**wheels, **ours}, project),
        },
    ]
    listed = {"release": packages.release, "packages": packages.address, "parts": parts}
    files = {"runtime.json": json.dumps(listed).encode(), **core, **own, **ours, **held}
    return {f"{FOLDER}/{name}": content for name, content in files.items()}


def _python(packages: Packages) -> str:
    return f"Python {packages.lock['info']['python']}"


def _names(archives: Mapping[str, bytes]) -> Iterator[str]:
    return (name.rpartition("-")[0] for name in archives)


def _part(name: str, packages: Packages, held: Mapping[str, bytes]) -> dict[str, Any]:
    """Return what the page must know of a compiled package and of those that come with it."""
    others = packages.needed(*packages.lock["packages"][name]["depends"])
    needs = [other for other in OFFERED if other in {package.name for package in others}]
    apart = packages.needed(*needs)
    with_it = [package for package in packages.needed(name) if package not in apart]
    files = [_package(package, packages, held) for package in with_it]
    sizes = [file.get("bytes") for file in files]
    known = sum(size for size in sizes if size is not None)
    return {
        "name": name,
        "title": f"{_TITLES[name]} {packages.lock['packages'][name]['version']}",
        "imports": list(packages.lock["packages"][name]["imports"]),
        "needs": needs,
        "bytes": known if None not in sizes else _known_bytes(name, packages),
        "files": files,
    }


def _package(package: Package, packages: Packages, held: Mapping[str, bytes]) -> dict[str, Any]:
    here = f"packages/{package.file}"
    title = f"{_TITLES.get(package.name, package.name)} {package.version}"
    said = {"package": package.name, "title": title, "sha256": package.sha256}
    if here not in held:
        return {"name": packages.address + package.file, **said}
    return {"name": here, "bytes": len(held[here]), **said}


def _known_bytes(name: str, packages: Packages) -> int:
    try:
        return _BYTES[packages.release][name]
    except KeyError:
        message = (
            f"nobody has said how many bytes the {name} of Pyodide {packages.release} has, which"
            " readers are told: `make vendor-python` prints it"
        )
        raise PublishingError(f"src/{__name__.replace('.', '/')}.py", 1, message) from None


def _listed(files: Mapping[str, bytes], project: Project) -> list[dict[str, Any]]:
    """Return name, size and SHA-256 of files, and how many bytes a browser loads."""
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    key = (*files, *digests.values())
    work = Work("python-files", (_travels,), key, lambda: [*map(_travels, files.items())])
    travel = project.memory.result(work)
    return [
        {"name": name, "size": len(files[name]), "bytes": bytes_, "sha256": digests[name]}
        for name, bytes_ in zip(files, travel, strict=True)
    ]


def _travels(file: tuple[str, bytes]) -> int:
    name, content = file
    return len(content if name.endswith(_PACKED) else gzip.compress(content, mtime=0))
