"""A machine that rounds otherwise, simulated: each inexact result may be off by its last bit.

Sums, matrix products, exponentials and logarithms are where correct machines differ. The code of
the package, of the experiments, snippets and labs is read with each of these operations wrapped;
the wrapper moves the last bit of what comes out by -1, 0 or 1, entry by entry. What is exact stays
as it is: sums of small whole numbers, and values that half the digits can hold, are the same on
every machine.
"""

import ast
import builtins
import sys
from collections.abc import Callable, Sequence
from functools import partial, update_wrapper
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType
from typing import Any

import numpy as np

_SIMULATED = ("nnbyhand", "guide.experiments", "guide.chapters.")
_WRAPPER = "_rounded_otherwise"
# What libraries compute in their own order, or by their own approximation.
_SUMS = ("mean", "reduce", "sum")
_PRODUCTS = ("average", "dot", "einsum", "inner", "matmul", "matrix_power", "tensordot", "vdot")
_EIGENVALUES = ("eigh", "eigvals", "eigvalsh")
_SOLUTIONS = ("inv", "lstsq", "pinv", "polyfit", "qr", "solve", "svd")
_CURVES = ("cos", "exp", "expm1", "log", "log10", "log1p", "log2", "sin", "tan", "tanh")
_POWERS = ("float_power", "hypot", "norm", "power", "std", "var")
_ROUNDED = {*_SUMS, *_PRODUCTS, *_EIGENVALUES, *_SOLUTIONS, *_CURVES, *_POWERS}
# The bits of a float as a whole number, and the lower half of its digits: where these are 0, the
# float came out exactly.
_BITS: dict[Any, tuple[Any, np.signedinteger[Any]]] = {
    np.dtype(np.float64): (np.int64, np.int64((1 << 26) - 1)),
    np.dtype(np.float32): (np.int32, np.int32((1 << 12) - 1)),
}
# Sends neighboring numbers to places far apart (Knuth 1973, section 6.4).
_SCATTER = 0x9E3779B97F4A7C15


class Roundings:
    """The last bits of one simulated machine.

    Args:
        rng: Draws them.
    """

    def __init__(self, rng: np.random.Generator) -> None:  # noqa: D107  (the class says it)
        # Drawn once: to draw for each operation would take longer than the operation.
        moves = rng.integers(-1, 2, size=1 << 20)
        self._moves = {kind: moves.astype(kind) for kind, _ in _BITS.values()}
        self._known: dict[Any, Any] = {}

    def __call__(self, function: Any) -> Any:  # noqa: ANN401  (an attribute of that name)
        """Return a function of NumPy or `math` that rounds otherwise; another stays itself."""
        if isinstance(getattr(function, "__self__", None), np.ndarray | np.generic):
            return partial(self._called, function)
        if not _computes(function):
            return function
        if function not in self._known:
            self._known[function] = update_wrapper(partial(self._called, function), function)
        return self._known[function]

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
        if values.dtype in _BITS and values.size:
            kind, lower_half = _BITS[values.dtype]
            bits = values.view(kind)
            moves, inexact = self._moves_of(bits), bits & lower_half
            if not np.minimum.reduce(inexact, axis=None):  # some came out exactly
                moves = moves * np.minimum(inexact, 1)
            bits += moves
        return result if values is result else type(result)(values[()])

    def _moves_of(self, bits: Any) -> Any:  # noqa: ANN401
        """Return -1, 0 or 1 for each entry; one result is rounded in one way, always."""
        moves = self._moves[bits.dtype.type]
        if bits.size > moves.size:
            return np.resize(moves, bits.shape)
        ends = _SCATTER * int(bits.flat[0]) + int(bits.flat[-1])
        start = ends % (moves.size - bits.size + 1)
        return moves[start : start + bits.size].reshape(bits.shape)


def _computes(function: object) -> bool:
    if isinstance(function, np.ufunc) or isinstance(getattr(function, "__self__", None), np.ufunc):
        return True
    return (getattr(function, "__module__", None) or "").startswith(("numpy", "math", "_operator"))


def _inexact(values: Any) -> Any:  # noqa: ANN401
    kind, lower_half = _BITS[values.dtype]
    return (values.view(kind) & lower_half) != 0


def _exact(terms: object) -> bool:
    """Tell whether a sum of these is exact: whole numbers, truths, floats of few digits."""
    terms = np.asarray(terms)
    if terms.dtype not in _BITS:
        return terms.dtype.kind in "biu"
    first = terms.flat[:1]  # mostly tells
    return not _inexact(first).any() and not _inexact(terms).any()


def _rounded_once(a: object, b: object) -> bool:
    """Tell whether a product of matrices adds at most two terms that each come out exactly.

    Every machine rounds one sum in the same way.
    """
    rows, columns = np.asarray(a), np.asarray(b)
    few = rows.ndim > 0 and rows.shape[-1] <= 2  # noqa: PLR2004  (two terms)
    return few and any(map(_only_signs, (rows, columns)))


def _only_signs(values: Any) -> bool:  # noqa: ANN401
    """Tell whether all are -1, 0 or 1: times these, everything comes out exactly."""
    first = values.flat[0] if values.size else 0  # mostly tells
    return first in (-1, 0, 1) and bool((values * values == np.abs(values)).all())


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
    early = [name for name in sys.modules if name.startswith(_SIMULATED)]
    if early:
        raise RuntimeError(f"imported before the simulation began: {', '.join(sorted(early))}")
    vars(builtins)[_WRAPPER] = Roundings(rng)
    sys.meta_path.insert(0, _Finder())
