"""The house keeps its shape: imports run one way, modules stay small, names say something."""

import ast
import re
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

from guide.publishing.pieces.snippets import FRAMEWORKS

ROOT = Path(__file__).parents[2]
# For each layer, what it may import beside the standard library and itself.
LAYERS = {
    "src/nnbyhand": {"numpy", "jaxtyping"},
    "src/guide/experiments": {
        "numpy",
        "jaxtyping",
        "nnbyhand",
        "guide.cache_folder",
        "guide.dependencies",
        "guide.files",
        "guide.remembering",
    },
    "src/guide/figures": {"numpy", "jaxtyping", "matplotlib", "nnbyhand", "guide.experiments"},
    "src/guide/tables": set(),
    "src/guide/exercises": {"numpy", "nnbyhand"},  # as the reader has them in the browser
    "snippets": {"numpy", "matplotlib", "nnbyhand", "joblib", *FRAMEWORKS},
    "docs/practice": {"numpy", "matplotlib", "nnbyhand", "sklearn"},
}
# For each room of a chapter, the same, beside the rooms of the chapter itself that come before it.
ROOMS = {
    "experiments": {"guide.experiments", "guide.files"},
    "figures": {"guide.experiments", "guide.figures", "matplotlib"},
    "tables": {"guide.experiments", "guide.files", "guide.tables"},
}
CHAPTERS = sorted(path.parent.name for path in (ROOT / "src/guide/chapters").glob("*/__init__.py"))
# The press stands above all of `guide` and may use any tool; nothing at all imports these.
NEVER_IMPORTED = ("docs", "snippets", "tests", "site")
# A module of the package imports only modules before it: this is the order to read them in. What
# a sub-package lists in its `__init__` comes after its modules.
READING_ORDER = {
    "signatures": (),
    "errors": (),
    "shapes": (),
    "arguments": (),
    "labels": (),
    "activations": ("facts", "base", "elementwise", "softmax"),
    "gradient_check": (),
    "perceptron": (),
    "losses": ("facts", "base", "regression", "binary_cross_entropy", "cross_entropy"),
    "layers": ("base", "dense", "activated", "dropout", "normalization", "residual"),
    "initialization": ("base", "scaled"),
    "network": (
        *("parameter_vector", "passes", "checks", "network", "mlp"),
        *("summary", "file"),
    ),
    "optimizers": ("facts", "schedules", "base", "momentum", "adaptive", "clipping"),
    "training": (
        *("penalties", "early_stopping", "history", "batches"),
        *("learner", "loop", "training"),
    ),
    "metrics": (),
    "confusion": (),
    "data": ("base", "splits", "scaling", "generated", "bundled", "csv_table", "csv_file"),
    "drawing": ("svg", "frame", "checks", "marks", "drawing"),
}
MODULES = [
    name
    for top, inner in READING_ORDER.items()
    for name in (*(f"{top}.{module}" for module in inner), top)
]
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "misc", "manager", "common", "tools"}
SAFE_RANDOM = {"default_rng", "Generator", "SeedSequence", "PCG64", "BitGenerator"}


class Import(NamedTuple):
    where: str
    module: str


def sources(*folders: str) -> list[Path]:
    return sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), file)


def place(file: Path, node: ast.AST | None = None) -> str:
    line = f":{node.lineno}" if isinstance(node, ast.stmt | ast.expr) else ""
    return f"{file.relative_to(ROOT).as_posix()}{line}"


def imports(file: Path) -> Iterator[Import]:
    """Yield what a file imports, `from a import b` as `a.b`."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{place(file, node)}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (Import(place(file, node), name) for name in names)


def is_in(module: str, packages: set[str] | frozenset[str]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def assert_none(faults: list[str]) -> None:
    assert not faults, "\n".join(["", *faults])


@pytest.mark.parametrize("layer", LAYERS)
def test_imports_run_one_way(layer: str) -> None:
    own = layer.removeprefix("src/").replace("/", ".")
    allowed = LAYERS[layer] | {own} | sys.stdlib_module_names
    found = [item for file in sources(layer) for item in imports(file)]
    assert found
    assert_none([f"{where}: imports {name}" for where, name in found if not is_in(name, allowed)])


def test_no_module_of_the_guide_imports_itself_by_way_of_others() -> None:
    """Late imports count, too: who reads one module of a circle must read them all."""
    files = {
        ".".join(file.relative_to(ROOT / "src").with_suffix("").parts): file
        for file in sources("src/guide")
    }
    graph = {
        name: {found for item in imports(file) if (found := module_in(item.module, files)) != name}
        for name, file in files.items()
    }
    order = TopologicalSorter({name: found - {None} for name, found in graph.items()})
    order.prepare()  # raises CycleError, which names the circle


def module_in(name: str, files: dict[str, Path]) -> str | None:
    """Return the module that an import of `a.b.c` reads: `a.b.c`, or `a.b`, which has the name."""
    candidates = (name, f"{name}.__init__", name.rpartition(".")[0])
    candidates += (f"{candidates[-1]}.__init__",)
    return next((module for module in candidates if module in files), None)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_imports_no_other(chapter: str) -> None:
    """Its figures and tables show its experiments; what chapters share stands beside them."""
    own, faults = f"guide.chapters.{chapter}", []
    for file in sources(f"src/guide/chapters/{chapter}"):
        room = file.relative_to(ROOT / "src/guide/chapters" / chapter).parts[0].removesuffix(".py")
        if room == "__init__":
            continue
        allowed = {"numpy", "jaxtyping", "nnbyhand", *ROOMS.get(room, ()), *sys.stdlib_module_names}
        allowed |= {f"{own}.experiments", f"{own}.{room}"}
        faults += [
            f"{where}: imports {name}" for where, name in imports(file) if not is_in(name, allowed)
        ]
    assert_none(faults)


def test_a_chapter_has_rooms_and_nothing_else() -> None:
    allowed = {"__init__.py", *ROOMS, *(f"{room}.py" for room in ROOMS), "experiments.json"}
    there = [
        path for chapter in CHAPTERS for path in (ROOT / "src/guide/chapters" / chapter).iterdir()
    ]
    assert_none([place(path) for path in there if path.name not in {*allowed, "__pycache__"}])


def test_nothing_imports_pages_or_tests() -> None:
    found = [item for file in sources("src", "snippets", "docs") for item in imports(file)]
    assert_none(
        [f"{where}: imports {name}" for where, name in found if is_in(name, {*NEVER_IMPORTED})]
    )


def test_reading_order_names_every_module() -> None:
    package = ROOT / "src/nnbyhand"
    files = [file.relative_to(package).with_suffix("") for file in sources("src/nnbyhand")]
    names = {".".join(file.parts).removesuffix(".__init__") for file in files} - {"__init__"}
    assert set(MODULES) == names
    assert len(set(MODULES)) == len(MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_module_builds_on_modules_before_it(name: str) -> None:
    before = {f"nnbyhand.{earlier}" for earlier in MODULES[: MODULES.index(name)]}
    place = ROOT / "src/nnbyhand" / name.replace(".", "/")
    found = imports(place / "__init__.py" if place.is_dir() else place.with_suffix(".py"))
    own = [item for item in found if is_in(item.module, {"nnbyhand"})]
    assert_none(
        [f"{where}: imports {module}" for where, module in own if not is_in(module, before)]
    )


def test_names_say_something() -> None:
    files = sources("src", "snippets", "docs", "tests")
    words = {file: set(re.split(r"[_-]", file.stem)) | {file.parent.name} for file in files}
    assert_none([place(file) for file in files if words[file] & VAGUE_NAMES])


def test_modules_stay_small() -> None:
    modules = [file for file in sources("src") if file.name != "__init__.py"]  # a list of names
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in modules}
    assert_none([f"{place(file)}: {n} lines" for file, n in lengths.items() if n > 300])


def test_functions_stay_small() -> None:
    faults = [
        f"{place(file, node)}: {node.name} has {length} lines beside its docstring"
        for file in sources("src")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef) and (length := lines_of(node)) > 25
    ]
    assert_none(faults)


def lines_of(function: ast.FunctionDef) -> int:
    """Return how many lines the body spans, without the docstring."""
    body = function.body[ast.get_docstring(function) is not None :]
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_randomness_comes_from_a_generator() -> None:
    """`np.random.seed` and its like keep hidden state; a Generator is passed and seen."""
    files = sources("src", "snippets", "docs", "tests")
    faults = [
        f"{place(file, node)}: {ast.unparse(node)}"
        for file in files
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute)
        and ast.unparse(node.value) in {"np.random", "numpy.random"}
        and node.attr not in SAFE_RANDOM
    ]
    faults += [
        f"{where}: imports {name}"
        for file in files
        for where, name in imports(file)
        if is_in(name, {"random", "numpy.random"}) and name.split(".")[-1] not in SAFE_RANDOM
    ]
    assert_none(faults)


def test_addresses_are_built_alike_on_every_system() -> None:
    """`os.path` and the text of a path have backslashes on Windows, where addresses have none."""
    faults = [
        f"{place(file, node)}: {ast.unparse(node)}"
        for file in sources("src/guide")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute)
        and ast.unparse(node).startswith(("os.path.", "os.sep", "os.altsep"))
    ]
    digest = "src/guide/dependencies.py:"  # turns what it makes into a posix path at once
    assert_none([fault for fault in faults if not fault.startswith(digest)])


def test_texts_name_their_encoding() -> None:
    """Where none is named, each system takes its own."""
    faults = [
        f"{place(file, node)}: {ast.unparse(node)}"
        for file in sources("src", "snippets", "docs", "tests")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and leaves_encoding_open(node)
    ]
    assert_none(faults)


def leaves_encoding_open(call: ast.Call) -> bool:
    """Tell whether a call reads or writes text, and does not say in which encoding."""
    named = {keyword.arg for keyword in call.keywords}
    function = ast.unparse(call.func).rpartition(".")[2]
    binary = {"rb", "wb"} & {argument.value for argument in call.args if is_text(argument)}
    texts = {"write_text": True, "read_text": not call.args, "open": not binary}
    pipes = function in {"run", "Popen", "check_output"} and "text" in named
    return "encoding" not in named and (texts.get(function, False) or pipes)


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_file_names_are_good_on_every_system() -> None:
    """Windows forbids some characters and names; it and macOS take `A.md` and `a.md` for one."""
    folders = ("docs", "snippets", "src", "tests")
    names = [place(file) for folder in folders for file in (ROOT / folder).rglob("*")]
    forbidden = re.compile(
        r'[<>:"|?*\\]|[. ](/|$)|(^|/)(con|prn|aux|nul|com\d|lpt\d)(\.|/|$)', re.IGNORECASE
    )
    assert names
    assert_none([name for name in names if forbidden.search(name)])
    assert len({name.casefold() for name in names}) == len(names)
    assert_none([name for name in names if (ROOT / name).is_symlink()])


def test_assets_load_nothing_from_elsewhere() -> None:
    """Pages may link to other sites; scripts and style sheets may not fetch from them."""
    address = re.compile(r"(?:https?:)?//[\w-]+\.[\w.-]+")
    namespaces = ("http://www.w3.org",)  # names of kinds of elements, which nobody fetches
    faults = []
    for file in [f for f in (ROOT / "docs").rglob("*") if f.suffix in {".css", ".js", ".mjs"}]:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            found = [url for url in address.findall(line) if url not in namespaces]
            faults += [f"{place(file)}:{number}: {url}" for url in found]
    assert_none(faults)
