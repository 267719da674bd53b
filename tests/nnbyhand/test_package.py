"""What `import nnbyhand as nn` offers, and what it needs."""

import doctest
import subprocess
import sys

import nnbyhand as nn


def test_all_lists_every_public_name_once_and_sorted() -> None:
    modules = {name for name, thing in vars(nn).items() if type(thing) is type(sys)}
    public = {name for name in vars(nn) if not name.startswith("_")}
    assert set(nn.__all__) == public - modules | {"shapes"}
    assert len(set(nn.__all__)) == len(nn.__all__)


def test_every_public_object_says_what_it_is() -> None:
    for name in nn.__all__:
        assert getattr(nn, name).__doc__, name


def test_examples_in_the_docstring_run() -> None:
    assert doctest.testmod(nn) == (0, 8)


def test_numpy_and_jaxtyping_are_all_it_needs() -> None:
    program = """
import sys
import numpy.random, jaxtyping
already = set(sys.modules)
import nnbyhand
loaded = {name.split(".")[0] for name in set(sys.modules) - already}
print(loaded - {"numpy"} - sys.stdlib_module_names)  # NumPy loads some of its parts late
"""
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8"
    )
    assert run.stdout == "{'nnbyhand'}\n"
