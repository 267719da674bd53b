"""CPython's own traceback of an error, cut to the frames that the reader has written."""

import traceback
from collections.abc import Iterator

from runner.sources import is_readers, line_of

MOST_FRAMES, MOST_CHARACTERS = 30, 20_000


class ReadersFrames(traceback.StackSummary):
    """Frames, printed as CPython prints them; of very many, the first and the last.

    CPython itself shortens a function that calls itself, but not two that call each other.
    """

    def format(self, **options: bool) -> list[str]:
        """Return the text of each frame."""
        texts = super().format(**options)
        half = MOST_FRAMES // 2
        left_out = len(texts) - 2 * half
        if left_out <= 1:
            return texts
        return [*texts[:half], f"  [{left_out} more frames]\n", *texts[-half:]]


def traceback_of(error: BaseException) -> str:
    """Return what CPython would print of an error if libraries and this package had no frames.

    Errors that a library met and answered with another one are left out: no frame is the reader's.
    """
    give_line(error)
    told = traceback.TracebackException(
        type(error), error, error.__traceback__, compact=True, lookup_lines=False
    )
    for one in _all(told):
        frames = [frame for frame in one.stack if is_readers(frame.filename)]
        one.stack = ReadersFrames(frames) if frames else None  # type: ignore[assignment]
    for one in _all(told):
        if one.__context__ is not None and not _concerns_reader(one.__context__):
            one.__context__ = None
    return _bounded("".join(told.format()))


def line_to_mark(error: BaseException, file_name: str) -> int | None:
    """Return the line of a file at which an error came up, the innermost one; None without one."""
    if isinstance(error, SyntaxError) and error.filename == file_name and error.lineno:
        return error.lineno
    frames = traceback.walk_tb(error.__traceback__)
    lines = [line for frame, line in frames if frame.f_code.co_filename == file_name]
    return lines[-1] if lines else None


def give_line(error: BaseException) -> None:
    """Give a SyntaxError the line that it names: the compiler looks for it in a file of a disk."""
    if isinstance(error, SyntaxError) and error.text is None and error.filename:
        error.text = line_of(error.filename, error.lineno or 0)


def _all(told: traceback.TracebackException) -> Iterator[traceback.TracebackException]:
    """Yield an error with all that it names as its causes, and the members of groups."""
    found = [told]
    for one in found:
        yield one
        others = (one.__cause__, one.__context__, *(getattr(one, "exceptions", None) or ()))
        found += [other for other in others if other is not None]


def _concerns_reader(told: traceback.TracebackException) -> bool:
    return any(one.stack for one in _all(told))


def _bounded(text: str) -> str:
    """Return a text without its middle where it is very long: a message may hold an array."""
    if len(text) <= MOST_CHARACTERS:
        return text
    half = MOST_CHARACTERS // 2
    return f"{text[:half]}\n[{len(text) - 2 * half:,} more characters]\n{text[-half:]}"
