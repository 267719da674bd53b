"""Plants one small fault at a time in the functions of a piece of code."""

import ast
import copy
from collections.abc import Callable, Collection, Iterator

Plant = Callable[[ast.AST], ast.AST | None]
"""Changes a node in place, or returns what takes its place."""

OTHER = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.Pow: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Lt: ast.LtE,
    ast.Eq: ast.NotEq,
}


def mutants(code: str, leave: Collection[str] = ()) -> Iterator[tuple[str, str, str]]:
    """Yield each changed code, with the line as it was and as it is; some functions stay whole."""
    tree = ast.parse(code)
    before = ast.unparse(tree).splitlines()
    for at, node in enumerate(ast.walk(tree)):
        if not _in_function(tree, node, leave):
            continue
        for plant in _plants(node):
            changed = copy.deepcopy(tree)
            place = list(ast.walk(changed))[at]
            put = plant(place)
            if put is not None:
                _replace(changed, place, put)
            text = ast.unparse(ast.fix_missing_locations(changed))
            pairs = zip(before, text.splitlines(), strict=False)
            was, now = next((pair for pair in pairs if pair[0] != pair[1]), ("", ""))
            if was:
                yield text, was.strip(), now.strip()


def _in_function(tree: ast.Module, node: ast.AST, leave: Collection[str]) -> bool:
    functions = [part for part in tree.body if isinstance(part, ast.FunctionDef)]
    own = [part for part in functions if part.name not in leave]
    return any(node in ast.walk(part) and node is not part for part in own)


def _plants(node: ast.AST) -> Iterator[Plant]:  # noqa: C901  (one line for each kind)
    if isinstance(node, ast.BinOp | ast.AugAssign):
        if isinstance(node.op, ast.MatMult):
            yield _swap
        elif type(node.op) in OTHER:
            yield _other_operator
    elif isinstance(node, ast.Compare):
        yield _other_comparison
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield lambda place: place.operand
    elif isinstance(node, ast.Attribute) and node.attr == "T":
        yield lambda place: place.value
    elif isinstance(node, ast.Constant) and type(node.value) in {int, float}:
        yield _one_more
    elif isinstance(node, ast.Call):
        yield from _calls(node)
    elif isinstance(node, ast.Tuple | ast.List) and len(node.elts) > 1:
        yield _reverse
    if isinstance(node, ast.Assign | ast.AugAssign | ast.Expr | ast.Return):
        yield lambda _place: ast.Pass()


def _calls(node: ast.Call) -> Iterator[Plant]:
    if len(node.args) > 1:
        yield _reverse_arguments
    if len(node.args) == 1:
        yield lambda place: place.args[0]  # the call is left out
    for at in range(len(node.keywords)):
        yield lambda place, at=at: place.keywords.pop(at) and None


def _swap(place: ast.AST) -> None:
    place.left, place.right = place.right, place.left


def _other_operator(place: ast.AST) -> None:
    place.op = OTHER[type(place.op)]()


def _other_comparison(place: ast.AST) -> None:
    place.ops = [OTHER[type(place.ops[0])]()]


def _one_more(place: ast.AST) -> None:
    place.value += 1


def _reverse(place: ast.AST) -> None:
    place.elts.reverse()


def _reverse_arguments(place: ast.AST) -> None:
    place.args.reverse()


class _Replacing(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else super().generic_visit(node)


def _replace(tree: ast.Module, old: ast.AST, new: ast.AST) -> None:
    _Replacing(old, new).visit(tree)
