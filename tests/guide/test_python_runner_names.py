"""What a block needs of the blocks above it is read from its text."""

from collections.abc import Iterator

import pytest
import runner
from runner.names import made, needed


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    yield
    runner.forget("page")


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("y = x", "x"),
        ("x = 1\ny = x", ""),
        ("x = x + 1", "x"),
        ("x += 1", "x"),
        ("x: int = y", "y int"),
        ("x: int\nx", "x int"),
        ("print(np.pi)", "print np"),
        ("import numpy as np\nnp.pi", ""),
        ("import os.path\nos.path", ""),
        ("from a import b as c\nc\nb", "b"),
        ("[x for x in xs]", "xs"),
        ("[x for x in x]", "x"),
        ("[x for x in xs]\nx", "xs x"),
        ("{k: v for k, v in d.items() if k in keys}", "d keys"),
        ("[y for x in xs for y in x]", "xs"),
        ("[y for y in [z for z in zs]]", "zs"),
        ("[last := x for x in xs]\nlast", "xs"),
        ("any((hit := x) > 1 for x in xs)\nhit", "any xs"),
        ("f = lambda x, y=z: x + y + w", "z w"),
        ("def f(x):\n    y = x + z\n    return y", "z"),
        ("def f(x):\n    return g(x)\ndef g(x):\n    return f(x)", ""),
        ("def f(a, *b, c=d, **e):\n    return a, b, c, e", "d"),
        ("def f():\n    x = 1\n    def g():\n        return x, y\n    return g", "y"),
        ("def f():\n    x = 1\n    def g():\n        nonlocal x\n        x += 1", ""),
        ("def f():\n    global n\n    n += 1", "n"),
        ("def f():\n    global n\n    n = 1\nf()\nn", ""),
        ("n = 0\ndef f():\n    global n\n    n += 1", ""),
        ("def f():\n    return x\nx = 1", ""),
        ("def f():\n    x = x0\n    del x", "x0"),
        ("@decorated\ndef f(): pass", "decorated"),
        ("def f(x: T) -> U: pass", "T U"),
        ("class A(B):\n    n = m\n    k = n\n    def f(self):\n        return n", "B m n"),
        ("class A: pass\nA()", ""),
        ("if a:\n    x = 1\nprint(x)", "a print x"),
        ("if a:\n    x = 1\nelse:\n    x = 2\nx", "a"),
        ("if a:\n    x = 1\nelif b:\n    x = 2\nx", "a b x"),
        ("x = 1 if a else b", "a b"),
        ("try:\n    import a\nexcept ImportError:\n    a = None\na", "ImportError"),
        ("try:\n    x = f()\nexcept ValueError:\n    pass\nx", "f ValueError x"),
        ("try:\n    x = f()\nexcept ValueError as e:\n    raise e\nx", "f ValueError"),
        ("try:\n    f()\nfinally:\n    x = 1\nx", "f"),
        ("for x in xs:\n    y = x\ny", "xs"),
        ("for i, (a, b) in pairs: a + b + i", "pairs"),
        ("while not done:\n    done = True", "done"),
        ("with open(p) as f:\n    f.read()", "open p"),
        ("del x\nx", "x"),
        ("x = 1\ndel x\nx", ""),
        ("a.b = c", "c a"),
        ("a[i] = c", "c a i"),
        ("f'{x:{width}}'", "x width"),
        (
            "match p:\n    case (x, *rest):\n        x, rest\n    case {'k': v, **w}:\n        v",
            "p",
        ),
        ("match p:\n    case A(x=1):\n        y = 1\ny", "p A y"),
        ("async def f():\n    async for x in xs:\n        await x", "xs"),
        ("def f(:", ""),
        ("x\0", ""),
    ],
)
def test_what_is_needed(code: str, names: str) -> None:
    assert needed(code) == names.split()


@pytest.mark.parametrize(
    ("blocks", "names"),
    [
        (["x = 1", "y = 2"], "x y"),
        (["x = 1", "del x"], ""),
        (["x = 1\ndel x", "x = 2"], "x"),
        (["if a:\n    x = 1"], "x"),
        (["for i in []: y = i"], "i y"),
        (["import a.b, c as d\nfrom e import f"], "a d f"),
        (["def f(x):\n    y = x"], "f"),
        (["def f():\n    global w\n    w = 1"], "f w"),
        (["[x for x in xs]"], ""),
        (["try:\n    pass\nexcept E as e:\n    pass"], ""),
        (["a.b = 1\na[0] = 1"], ""),
        (["x ="], ""),
        (["(n := 3)"], "n"),
    ],
)
def test_what_is_made(blocks: list[str], names: str) -> None:
    assert made(blocks) == set(names.split())


def test_missing_is_what_is_needed_not_there_and_would_be_made() -> None:
    earlier = ["import numpy as np\nW = np.ones(2)", "b = 1"]
    assert runner.missing("print(W @ x + b)", earlier, "page") == ["W", "b"]
    runner.run("W = 1", "block", "page", lambda *_: None, lambda *_: None)
    assert runner.missing("print(W @ x + b)", earlier, "page") == ["b"]
    assert runner.missing("print(W @ x + b)", [], "page") == []


def test_imports_are_found_wherever_they_stand() -> None:
    code = "import os.path\ndef f():\n    from matplotlib import pyplot\nfrom . import x"
    assert runner.imports(code) == ["matplotlib", "os"]
    assert runner.imports("import (") == []
