"""Calls functions that a reader wrote, and says in the reader's terms what is wrong with them."""

import copy
import difflib
import functools
import inspect
import io
import textwrap
import traceback
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from typing import Any, NamedTuple

Finding = tuple[bool, str]


class Suspect(NamedTuple):
    """A fault that readers make.

    Attributes:
        said: What to say of it.
        wrong: A function that has it.
    """

    said: str
    wrong: Callable[..., Any]


class Fault(Exception):  # noqa: N818  (not an error of ours: a finding)
    """What is wrong with the reader's code, in words for the reader."""


def judged(
    checks: Callable[[Mapping[str, object]], Iterator[str]],
) -> Callable[[Mapping[str, object]], Iterator[Finding]]:
    """Turn checks that yield what is right, and raise the first fault, into findings."""

    @functools.wraps(checks)
    def check(space: Mapping[str, object]) -> Iterator[Finding]:
        try:
            for right in checks(space):
                yield True, right
        except Fault as fault:
            yield False, str(fault)
        except Exception as error:  # noqa: BLE001  (a reader can return anything)
            text = f"{type(error).__name__}: {error}"
            yield False, f"What your code returns is of a kind that this check cannot read: {text}"

    return check


class Written:
    """A function that the reader wrote.

    Attributes:
        name: Its name.
        call: How the checks call it, such as `neuron(x, w, b)`.
        todo: What to say while it returns nothing.
        hints: What to add to an error of Python, by words of its message.
    """

    def __init__(
        self,
        space: Mapping[str, object],
        call: str,
        todo: str,
        hints: Mapping[str, str] | None = None,
    ) -> None:
        """Look the function up.

        Raises:
            Fault: It is not there, no function, or cannot be called in this way.
        """
        self.name = call.partition("(")[0]
        self.call, self.todo, self.hints = call, todo, hints or {}
        self.function = self._found(space)
        self._require_arguments()

    def __call__(self, *arguments: object, keep: bool = True) -> Any:  # noqa: ANN401  (any answer)
        """Return what the function returns for copies of these arguments.

        Args:
            arguments: They stay as they are.
            keep: Whether it is a fault if the function changes its copies.

        Raises:
            Fault: It raises, returns nothing, or changes what it was given.
        """
        given, printed = copy.deepcopy(arguments), _Few()
        try:
            with redirect_stdout(printed), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                answer = self.function(*given)
        except Fault:
            raise
        except (Exception, SystemExit) as error:
            raise Fault(self._raised(error)) from error
        if answer is None:
            raise Fault(self._nothing(printed.getvalue()))
        if keep:
            self.require_unchanged(given, arguments)
        return answer

    def require_unchanged(self, given: Sequence[object], before: Sequence[object]) -> None:
        """Raise a fault that names the first argument which is no longer what it was."""
        names = self.call.partition("(")[2].rstrip(")").split(", ")
        for name, now, was in zip(names, given, before, strict=True):
            if not _same(now, was):
                raise Fault(
                    f"`{self.name}` changes its argument `{name}`, and whoever called it still"
                    " needs that. Make a new value, as in `a = a - b`: `a -= b`, `a[…] = b` and"
                    " `append` change what is there."
                )

    def _found(self, space: Mapping[str, object]) -> Callable[..., Any]:
        if self.name not in space:
            own = [name for name, value in space.items() if inspect.isfunction(value)]
            near = difflib.get_close_matches(self.name, own, 1)
            hint = f" There is `{near[0]}`: is this the one, under another name?" if near else ""
            raise Fault(f"There is no function `{self.name}`. Begin with `def {self.call}:`.{hint}")
        function = space[self.name]
        if not callable(function):
            raise Fault(f"`{self.name}` is {kind(function)}, not a function: `def {self.call}:`.")
        return function

    def _require_arguments(self) -> None:
        names = self.call.partition("(")[2].rstrip(")").split(", ")
        try:
            inspect.signature(self.function).bind(*names)
        except TypeError as error:
            raise Fault(
                f"`{self.name}` is called with {len(names)} arguments, as `{self.call}`. Yours"
                f" cannot be: {error}."
            ) from error
        except ValueError:
            pass  # a function of C tells nothing

    def _nothing(self, printed: str) -> str:
        if printed.strip():
            return (
                f"`{self.name}` prints its answer and returns nothing. Others cannot compute with"
                " what is printed: write `return …` in place of `print(…)`."
            )
        return f"`{self.name}` returns nothing (`None`). {self.todo}"

    def _raised(self, error: BaseException) -> str:
        text = f"{error!s:.200}" or "no message"
        own = getattr(getattr(self.function, "__code__", None), "co_filename", None)
        lines = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == own]
        line = f" in line {lines[-1]}" if lines else ""
        hints = [hint for words, hint in self.hints.items() if words in text]
        said = f"Called as `{self.call}`, it stops{line} with {type(error).__name__}: {text}."
        return " ".join([said.replace("..", "."), *hints[:1]])


def convict(suspects: Iterable[Suspect], is_it: Callable[[Callable[..., Any]], bool]) -> None:
    """Raise the fault of the first suspect that answers as the reader's function does."""
    for said, wrong in suspects:
        try:
            found = is_it(wrong)
        except (ArithmeticError, AttributeError, IndexError, TypeError, ValueError):
            continue  # a suspect that cannot even answer is not the one
        if found:
            raise Fault(said)


_KINDS = {"NoneType": "nothing (`None`)", "ndarray": "an array", "int": "a whole number"}
_KINDS |= {"float": "a number", "str": "a text", "bool": "True or False"}


def kind(value: object) -> str:
    """Return what a value is, with an article."""
    name = type(value).__name__
    return _KINDS.get(name, f"{'an' if name[0] in 'aeiou' else 'a'} {name}")


def described(value: object) -> str:
    """Return what a value is, and how it begins."""
    return f"{kind(value)}: {textwrap.shorten(repr(value), 60, placeholder=' …')}"


def _same(now: object, was: object) -> bool:
    """Say whether numbers, arrays, or lists of them are what they were."""
    if isinstance(was, list | tuple) and isinstance(now, list | tuple):
        return len(now) == len(was) and all(map(_same, now, was))
    if hasattr(was, "tobytes") and hasattr(now, "tobytes"):
        return bool(now.tobytes() == was.tobytes())
    return now == was if isinstance(was, float | int | str) else True


class _Few(io.StringIO):
    """Keeps the first words that are printed into it; an endless loop may print for long."""

    def write(self, text: str) -> int:
        """Take a text, and keep some of it."""
        if self.tell() < 200:  # noqa: PLR2004  (characters, enough to know that there are some)
            super().write(text[:200])
        return len(text)
