"""A machine that rounds otherwise, simulated: each inexact result may be off by its last bit.

Sums, matrix products, exponentials and logarithms are where correct machines differ. The code of
the package, of the experiments, snippets and labs is read with each of these operations wrapped;
the wrapper multiplies what comes out by 1 - eps, 1 or 1 + eps, entry by entry. What is exact stays
as it is: sums of small whole numbers, and values that half the digits can hold, are the same on
every machine.
"""

import ast
import builtins
import sys
import zlib
from collections.abc import Callable, Sequence
from functools import partial, update_wrapper
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType
from typing import Any

import numpy as np

_SIMULATED = ("nnbyhand", "guide.experiments", "guide.tables")
_WRAPPER = "_rounded_otherwise"
# What libraries compute in their own order, or by their own approximation.
_SUMS = ("mean", "reduce", "sum")
_PRODUCTS = ("average", "dot", "einsum", "inner", "matmul", "matrix_power", "tensordot", "vdot")
_SOLUTIONS = (
    "eigh",
    "eigvals",
    "eigvalsh",
    "inv",
    "lstsq",
    "pinv",
    "polyfit",
    "qr",
    "solve",
    "svd",
)
_CURVES = ("cos", "exp", "expm1", "log", "log10", "log1p", "log2", "sin", "tan", "tanh")
_POWERS = ("float_power", "hypot", "norm", "power", "std", "var")
_ROUNDED = {*_SUMS, *_PRODUCTS, *_SOLUTIONS, *_CURVES, *_POWERS}
# The lower half of the digits of a float, in its bits: where they are 0, it came out exactly.
_LOWER_HALF: dict[Any, tuple[Any, int]] = {
    np.dtype(np.float64): (np.uint64, (1 << 26) - 1),
    np.dtype(np.float32): (np.uint32, (1 << 12) - 1),
}


class Roundings:
    """The last bits of one simulated machine.

    Args:
        rng: Draws them.
    """

    def __init__(self, rng: np.random.Generator) -> None:  # noqa: D107  (the class says it)
        # Drawn once: to draw for each operation would take longer than the operation.
        draws = rng.integers(-1, 2, size=1 << 20)
        self._factors = {
            dtype: (1 + draws * np.finfo(dtype).eps).astype(dtype) for dtype in _LOWER_HALF
        }

    def __call__(self, function: Any) -> Any:  # noqa: ANN401  (an attribute of that name)
        """Return a function of NumPy or `math` that rounds otherwise; another stays itself."""
        if not _computes(function):
            return function
        return update_wrapper(partial(self._called, function), function)

    def _called(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        result, name = function(*args, **kwargs), getattr(function, "__name__", "")
        if name in _SUMS:
            terms = getattr(function, "__self__", None)
            exact = _exact(terms if isinstance(terms, np.ndarray) else args[0])
        else:
            exact = name == "matmul" and _rounded_once(*args[:2])
        return result if exact else self.rounded(result)

    def rounded(self, result: Any) -> Any:  # noqa: ANN401  (whatever NumPy returns)
        """Return floats with other last bits; an array is changed where it is."""
        if isinstance(result, tuple):
            parts = [self.rounded(part) for part in result]
            return type(result)(*parts) if hasattr(result, "_fields") else tuple(parts)
        if not isinstance(result, float | np.floating | np.ndarray):
            return result
        values = result if isinstance(result, np.ndarray) else np.array(result)
        if values.dtype in _LOWER_HALF:
            with np.errstate(all="ignore"):
                np.multiply(values, self._for(values), out=values, where=_inexact(values))
        return result if values is result else type(result)(values[()])

    def _for(self, values: Any) -> Any:  # noqa: ANN401
        """Return a factor for each entry; one result is rounded in one way, always."""
        factors = self._factors[values.dtype]
        ends = values.ravel()[:: max(values.size - 1, 1)].tobytes()
        start = zlib.crc32(ends) % (factors.size - min(values.size, factors.size) + 1)
        return np.resize(factors[start : start + values.size], values.shape)


def _computes(function: object) -> bool:
    owner = getattr(function, "__self__", None)
    if isinstance(owner, np.ndarray | np.generic | np.ufunc):
        return True
    module = getattr(function, "__module__", None) or ""
    return isinstance(function, np.ufunc) or module.startswith(("numpy", "math", "_operator"))


def _inexact(values: Any) -> Any:  # noqa: ANN401
    bits, lower_half = _LOWER_HALF[values.dtype]
    return values.view(bits) & bits(lower_half) != 0


def _exact(terms: object) -> bool:
    """Tell whether a sum of these is exact: whole numbers, truths, floats of few digits."""
    terms = np.asarray(terms)
    return terms.dtype.kind in "biu" or (terms.dtype in _LOWER_HALF and not _inexact(terms).any())


def _rounded_once(a: object, b: object) -> bool:
    """Tell whether a product of matrices adds at most two terms that each come out exactly.

    Every machine rounds one sum in the same way.
    """
    rows, columns = np.asarray(a), np.asarray(b)
    few = rows.ndim > 0 and rows.shape[-1] <= 2  # noqa: PLR2004  (two terms)
    return few and any(np.isin(each, (-1, 0, 1)).all() for each in (rows, columns))


class Wrapped(ast.NodeTransformer):
    """Wraps every operation that machines round in their own ways."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        """Wrap `a @ b`."""
        self.generic_visit(node)
        if not isinstance(node.op, ast.MatMult):
            return node
        matmul = ast.parse("__import__('operator').matmul", mode="eval").body
        return ast.copy_location(ast.Call(_wrapper(matmul), [node.left, node.right], []), node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        """Wrap `np.exp` and `x.sum`, called or passed on."""
        self.generic_visit(node)
        if node.attr in _ROUNDED and isinstance(node.ctx, ast.Load):
            return ast.copy_location(_wrapper(node), node)
        return node


def _wrapper(function: ast.expr) -> ast.expr:
    return ast.Call(ast.Name(_WRAPPER, ast.Load()), [function], [])


def wrapped(tree: ast.Module) -> ast.Module:
    """Return a module's code with every such operation wrapped."""
    changed: ast.Module = Wrapped().visit(tree)
    return ast.fix_missing_locations(changed)


class _Loader(SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        tree = ast.parse(self.get_data(path), path)
        return compile(wrapped(tree), path, "exec", dont_inherit=True)


class _Finder(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not fullname.startswith(_SIMULATED):
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec and spec.origin and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(fullname, spec.origin)
        return spec


def simulate(rng: np.random.Generator) -> None:
    """Make this process a machine that rounds otherwise; call it before the package is imported.

    Raises:
        RuntimeError: The package was imported already, and rounds as this machine does.
    """
    early = [name for name in sys.modules if name.startswith(_SIMULATED[:2])]
    if early:
        raise RuntimeError(f"imported before the simulation began: {', '.join(sorted(early))}")
    vars(builtins)[_WRAPPER] = Roundings(rng)
    sys.meta_path.insert(0, _Finder())
