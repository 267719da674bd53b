"""What stands behind a result: sources, all that they import, and the versions of libraries.

Sources are read, never run. A function that imports a costly library only when it is called stands
for that library, too, and nobody pays for the import to learn whether a result still holds.
"""

import hashlib
import inspect
import os
import re
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from types import FunctionType, ModuleType
from typing import NamedTuple

from guide.files import until_written

Dependency = Callable[..., object] | ModuleType | Path
"""A function, class or module, or a file: what its source imports counts, too."""

SOURCES = Path(__file__).resolve().parents[1]
"""The folder of the packages below."""

_WHOLE = "nnbyhand"
_OWN = ("guide", _WHOLE)
_DISTRIBUTIONS = {
    "bs4": "beautifulsoup4",
    "griffe": "griffelib",
    "material": "mkdocs-material",
    "mkdocstrings_handlers": "mkdocstrings-python",
    "PIL": "pillow",
    "pymdownx": "pymdown-extensions",
    "sklearn": "scikit-learn",
    "yaml": "PyYAML",
}
"""The distributions of libraries that are installed under another name than they are imported."""


class UnknownDependencyError(LookupError):
    """A result is said to depend on something whose changes nobody would notice."""


class _Behind(NamedTuple):
    """What a file or folder holds, and what it imports.

    Attributes:
        lines: A line for each of its files, with a name for the content.
        imported: Files and folders of ours, and the names of libraries.
    """

    lines: frozenset[str]
    imported: frozenset[Path | str]


class _State(NamedTuple):
    """What `Sources.name` and `Sources.edited` say of dependencies."""

    name: str
    edited: bool


_first_read: dict[Path, _Behind] = {}
"""Sources as this process read them first: what it has loaded, whatever is edited later."""


class Sources:
    """Sources as they are now: each is looked up once, however often it is asked for.

    Whoever imports something of the package depends on all of it. A data file belongs to the module
    beside it that has its name; where there is none, to every module beside it.

    Args:
        folder: The folder that holds `guide` and `nnbyhand`.
        loaded: Whether to see modules as this process first read them, instead of as they are now.
    """

    def __init__(self, folder: Path = SOURCES, *, loaded: bool = False) -> None:  # noqa: D107  (the class says it)
        self.folder = folder
        self._modules: dict[Path, _Behind] = _first_read if loaded else {}
        self._scripts: dict[Path, _Behind] = {}
        self._places: dict[str, Path | None] = {}
        self._starts: dict[Dependency, Path | str] = {}
        self._states: dict[object, _State] = {}
        self._data: dict[Path, dict[str, list[Path]]] = {}
        self._packages: dict[Path, frozenset[Path]] = {}

    def name(self, *dependencies: Dependency) -> str:
        """Return a name for the state of dependencies, and of all that they import.

        Raises:
            UnknownDependencyError: One of them is no function, class, module or file, or nothing
                tells its version.
        """
        return self._state(dependencies).name

    def edited(self, *dependencies: Dependency) -> bool:
        """Tell whether a module was edited after this process read it, and so runs an old one."""
        return self._state(dependencies).edited

    def place(self, name: str) -> Path | None:
        """Return the file of a module such as `guide.figures.losses`; the package is one folder."""
        if name not in self._places:
            self._places[name] = next(filter(Path.exists, self._candidates(name)), None)
        return self._places[name]

    def _candidates(self, name: str) -> Iterable[Path]:
        top, *parts = name.split(".")
        if top == _WHOLE:
            return [self.folder / _WHOLE]
        place = self.folder.joinpath(top, *parts)
        return [place.with_suffix(".py"), place / "__init__.py"] if top in _OWN else []

    def _state(self, dependencies: tuple[Dependency, ...]) -> _State:
        if dependencies not in self._states:
            states = {self._state_of(self._start(each)) for each in dependencies}
            name = _digest(state.name for state in states)
            self._states[dependencies] = _State(name, any(state.edited for state in states))
        return self._states[dependencies]

    def _state_of(self, start: Path | str) -> _State:
        """Follow what one dependency imports."""
        if start not in self._states:
            lines, edited = set[str](), False
            waiting, seen = {start}, set[Path | str]()
            while waiting:
                place = waiting.pop()
                seen.add(place)
                if isinstance(place, str):
                    lines.add(f"{place}\0{_version(place)}")
                    continue
                found = self._behind(place)
                lines |= found.lines
                edited |= _first_read.get(place, found).lines != found.lines
                waiting |= found.imported - seen
            self._states[start] = _State(_digest(lines), edited)
        return self._states[start]

    def _start(self, dependency: Dependency) -> Path | str:
        if dependency not in self._starts:
            self._starts[dependency] = self._found(dependency)
        return self._starts[dependency]

    def _found(self, dependency: Dependency) -> Path | str:
        """Return where to begin to read: a file or folder of ours, or the name of a library."""
        place = _file_of(dependency)
        if place is None or not place.exists():
            raise UnknownDependencyError(_unknown(dependency))
        if isinstance(dependency, ModuleType) and not self._is_module(place):
            return dependency.__name__.partition(".")[0]
        whole = self.folder / _WHOLE
        return whole if place.is_relative_to(whole) else place

    def _is_module(self, place: Path) -> bool:
        """Tell whether a place is in the folder; as text, for it is asked of every source."""
        return f"{place}{os.sep}".startswith(f"{self.folder}{os.sep}")

    def _behind(self, place: Path) -> _Behind:
        found = self._modules.get(place) or self._scripts.get(place)
        if found is None:
            found = self._read(place)
            if self._is_module(place):
                self._modules[place] = found
                _first_read.setdefault(place, found)
            else:
                self._scripts[place] = found
        return found

    def _read(self, place: Path) -> _Behind:
        if place.is_dir():
            files = [path for path in place.rglob("*") if "__pycache__" not in path.parts]
        else:
            files = [place, *self._data_of(place)]
        sources = {path: _source(path) for path in files if path.is_file()}
        names = frozenset[str]().union(*(source.imports for source in sources.values()))
        imported = {found for name in names if (found := self._imported(name))}
        imported |= self._packages_of(place.parent)
        lines = {f"{self._shown(path)}\0{source.content}" for path, source in sources.items()}
        return _Behind(frozenset(lines), frozenset(imported))

    def _packages_of(self, folder: Path) -> frozenset[Path]:
        """Return the modules that run before those in a folder do: those of its packages."""
        if not self._is_module(folder):
            return frozenset()
        if folder not in self._packages:
            own = {path for path in [folder / "__init__.py"] if path.exists()}
            self._packages[folder] = self._packages_of(folder.parent) | own
        return self._packages[folder]

    def _imported(self, name: str) -> Path | str | None:
        top = name.partition(".")[0]
        if top in _OWN:
            return self.place(name)
        return None if top in sys.stdlib_module_names else top

    def _data_of(self, module: Path) -> list[Path]:
        """Return the data files that belong to a module of ours."""
        if module.suffix != ".py" or not self._is_module(module):
            return []
        if module.parent not in self._data:
            self._data[module.parent] = _data_in(module.parent)
        data = self._data[module.parent]
        return data.get(module.stem, []) + data.get("", [])

    def _shown(self, path: Path) -> str:
        return os.path.relpath(path, self.folder).replace(os.sep, "/")


def _digest(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def _data_in(folder: Path) -> dict[str, list[Path]]:
    """Return the data files in a folder by the module that they belong to; "" stands for all."""
    files = [path for path in sorted(folder.iterdir()) if path.is_file()]
    modules = {path.stem for path in files if path.suffix == ".py"}
    found: dict[str, list[Path]] = {}
    for path in files:
        stem = path.name.partition(".")[0]
        if path.suffix != ".py":
            found.setdefault(stem if stem in modules else "", []).append(path)
    return found


def _file_of(dependency: object) -> Path | None:
    if isinstance(dependency, Path):
        return dependency
    if isinstance(dependency, ModuleType):
        named = getattr(dependency, "__file__", None)
    elif isinstance(dependency, type):
        named = getattr(sys.modules.get(dependency.__module__), "__file__", None)
    else:
        plain = inspect.unwrap(dependency) if callable(dependency) else None
        named = plain.__code__.co_filename if isinstance(plain, FunctionType) else None
    return Path(named).resolve() if named else None


def _unknown(dependency: object) -> str:
    if isinstance(dependency, Path):
        return f"a result depends on {dependency}, which is not there"
    return (
        f"a result cannot depend on {dependency!r}: name a function, a class or a module that has a"
        " source, or the path of a file"
    )


class _Source(NamedTuple):
    content: str
    imports: frozenset[str]


@until_written  # not kept by `guide.remembering`, which asks for it
def _source(path: Path) -> _Source:
    content = path.read_bytes()
    imports = _imports(content) if path.suffix == ".py" else []
    return _Source(hashlib.sha256(content).hexdigest(), frozenset(imports))


# A third of the time of parsing all sources; a test holds it to what the parser finds in them.
_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+(?P<module>\w[\w.]*)[ \t]+)?import[ \t]+"
    r"(?:\((?P<several>(?:[^)#]|#[^\n]*)*)\)|(?P<line>[^\n]*))",
    re.MULTILINE,
)
_COMMENT = re.compile(r"#[^\n]*")
_NAME = re.compile(r"\s*(\w[\w.]*)(?:\s+as\s+\w+)?\s*")


def _imports(content: bytes) -> Iterable[str]:
    """Yield the dotted names that may be modules: `a.b` and `a.b.c` of `from a.b import c`."""
    for match in _IMPORT.finditer(content.decode("utf-8-sig", "replace")):
        module = match["module"]
        if module:
            yield module
        for part in _COMMENT.sub("", match["several"] or match["line"] or "").split(","):
            if name := _NAME.fullmatch(part):
                yield f"{module}.{name[1]}" if module else name[1]


@cache  # what is installed later, this process would not load
def _version(library: str) -> str:
    """Return the version of a library; one that is not installed counts as that."""
    for distribution in (library, _DISTRIBUTIONS.get(library, library)):
        with suppress(PackageNotFoundError):
            return version(distribution)
    if loaded := getattr(sys.modules.get(library), "__version__", None):
        return str(loaded)  # in WebAssembly, libraries are no distributions
    if find_spec(library) is None:
        return "not installed"
    message = f"nothing tells the version of {library}: add its distribution to {__file__}"
    raise UnknownDependencyError(message)
