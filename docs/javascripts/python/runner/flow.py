"""Follows the names of one scope through its statements, in the order in which they run."""

import ast
from collections.abc import Iterable, Sequence

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_Comprehension = ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp
_LEAVING = (ast.Return, ast.Raise, ast.Continue, ast.Break)


class Flow(ast.NodeVisitor):
    """The names of a module, a class or a function.

    Attributes:
        needed: What is read before it is made.
        later: What functions read when they are called.
        settled: What is made by now, or deleted, whatever way the code took.
        made: What there is at the end, or may be.
        deleted: What is gone.
        globals: What functions make in the module.
    """

    def __init__(self, arguments: Iterable[str] = ()) -> None:
        """Begin with the arguments of a function, or with nothing."""
        self.needed: dict[str, None] = {}
        self.later: list[str] = []
        self.settled, self.made, self.deleted = {*arguments}, set[str](), set[str]()
        self.globals: set[str] = set()
        self._stored = {*arguments}  # at any time, so that it is local to a function
        self._elsewhere: dict[str, bool] = {}  # declared so, and whether as a global
        self._hidden: list[set[str]] = []  # what comprehensions make for themselves

    def visit_all(self, nodes: Iterable[ast.AST | None]) -> None:
        """Visit nodes in a row."""
        for node in nodes:
            if node is not None:
                self.visit(node)

    def _read(self, name: str) -> None:
        if name not in self.settled and not self._is_hidden(name):
            self.needed[name] = None

    def _is_hidden(self, name: str) -> bool:
        return any(name in names for names in self._hidden)

    def _store(self, name: str | None) -> None:
        if name is not None:
            for names in (self.settled, self.made, self._stored):
                names.add(name)
            self.deleted.discard(name)

    def _read_later(self, names: Iterable[str]) -> None:
        self.later += [name for name in names if not self._is_hidden(name)]

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Store):
            self._store(node.id)
            return
        self._read(node.id)
        if isinstance(node.ctx, ast.Del):
            self._store(node.id)  # nothing from outside would be there behind it
            self.made.discard(node.id)
            self.deleted.add(node.id)

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit_all([node.value, *node.targets])

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if isinstance(node.target, ast.Name):
            self._read(node.target.id)
        self.visit_all([node.value, node.target])

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self._read_later(_names(node.annotation))
        if node.value is not None:
            self.visit_all([node.value, node.target])

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self.visit_all([node.value, node.target])

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        for alias in node.names:
            self._store(alias.asname or alias.name.partition(".")[0])

    visit_ImportFrom = visit_Import

    def visit_Global(self, node: ast.Global) -> None:
        self._elsewhere |= dict.fromkeys(node.names, True)

    def visit_Nonlocal(self, node: ast.Nonlocal) -> None:
        self._elsewhere |= dict.fromkeys(node.names, False)

    def visit_For(self, node: ast.For | ast.AsyncFor) -> None:
        self.visit_all([node.iter, node.target, *node.body, *node.orelse])

    visit_AsyncFor = visit_For

    def visit_If(self, node: ast.If) -> None:
        self.visit(node.test)
        self._branch([node.body, node.orelse])

    def visit_Try(self, node: ast.Try | ast.TryStar) -> None:
        self._branch([[*node.body, *node.orelse], *([handler] for handler in node.handlers)])
        self.visit_all(node.finalbody)

    visit_TryStar = visit_Try

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        self.visit_all([node.type])
        self._store(node.name)
        self.visit_all(node.body)
        self.made -= {node.name or ""}  # Python deletes it behind the handler

    def visit_Match(self, node: ast.Match) -> None:
        self.visit(node.subject)
        self._branch([*([case] for case in node.cases), []])

    def visit_MatchAs(self, node: ast.MatchAs) -> None:
        self.visit_all([node.pattern])
        self._store(node.name)

    def visit_MatchStar(self, node: ast.MatchStar) -> None:
        self._store(node.name)

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        self.generic_visit(node)
        self._store(node.rest)

    def _branch(self, branches: Sequence[Sequence[ast.AST]]) -> None:
        """Follow each branch from here; count on what all make that go on behind."""
        before, ends = self.settled, []
        for branch in branches:
            self.settled = {*before}
            self.visit_all(branch)
            if not _leaves(branch):
                ends.append(self.settled)
        self.settled = set.intersection(*ends) if ends else before

    def _visit_comprehension(self, node: _Comprehension) -> None:
        first, *others = node.generators
        self.visit(first.iter)
        self._hidden.append({name for part in node.generators for name in _names(part.target)})
        self.visit_all(part.iter for part in others)
        self.visit_all(test for part in node.generators for test in part.ifs)
        parts = (getattr(node, name, None) for name in ("elt", "key", "value"))
        self.visit_all(part for part in parts if part is not None)
        self._hidden.pop()

    visit_ListComp = visit_SetComp = visit_GeneratorExp = visit_DictComp = _visit_comprehension

    def visit_FunctionDef(self, node: _Function) -> None:
        self.visit_all(node.decorator_list)
        self._visit_function(node.args, node.body)
        self._read_later(_names(node.returns))
        self._store(node.name)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self._visit_function(node.args, [node.body])

    def _visit_function(self, args: ast.arguments, body: Sequence[ast.AST]) -> None:
        """Read its defaults now, and what it does not make itself when it is called."""
        self.visit_all([*args.defaults, *args.kw_defaults])
        every = [*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg]
        found = [argument for argument in every if argument is not None]
        for argument in found:
            self._read_later(_names(argument.annotation))
        inner = Flow(argument.arg for argument in found)
        inner.visit_all(body)
        local = inner._stored - {*inner._elsewhere}
        reads = [name for name in [*inner.needed, *inner.later] if name not in local]
        outside = {name for name, is_global in inner._elsewhere.items() if is_global}
        self.globals |= inner.globals | (outside & inner._stored)
        self.settled |= self.globals - {*reads}
        self._read_later(reads)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.visit_all([*node.decorator_list, *node.bases, *node.keywords])
        inner = Flow()
        inner.visit_all(node.body)
        for name in inner.needed:
            self._read(name)
        self._read_later(inner.later)
        self.globals |= inner.globals
        self._store(node.name)


def _names(node: ast.AST | None) -> list[str]:
    """Return the names in an expression."""
    return [part.id for part in ast.walk(node) if isinstance(part, ast.Name)] if node else []


def _leaves(branch: Sequence[ast.AST]) -> bool:
    """Tell whether nothing behind a branch runs."""
    if len(branch) == 1 and isinstance(branch[0], ast.ExceptHandler | ast.match_case):
        branch = branch[0].body
    return bool(branch) and isinstance(branch[-1], _LEAVING)
