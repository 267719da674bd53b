"""What code prints, on its way to the page: by lines, up to a limit; the work goes on behind it."""

import io
from collections.abc import Callable

MOST_BYTES, MOST_LINES = 100_000, 1_000
_LONG = 4096  # characters of a line that are sent before it ends

Write = Callable[[str, str], None]


class Output:
    """Both streams of a run, under one limit.

    Args:
        write: Takes the name of a stream, "out" or "err", and a text.
    """

    def __init__(self, write: Write) -> None:  # noqa: D107  (the class says it)
        self._write = write
        self._stream, self._waiting = "out", ""
        self._bytes = self._lines = 0
        self._hidden_lines = self._hidden_characters = 0
        self._ends_line = True
        self.is_full = False
        self.out, self.err = Stream(self, "out"), Stream(self, "err")

    def add(self, stream: str, text: str) -> None:
        """Take a text, and send the lines that it ends.

        Raises:
            UnicodeEncodeError: It holds half of a surrogate pair, as CPython says it, too.
        """
        if stream != self._stream:
            self.flush()
            self._stream = stream
        fitting = "" if self.is_full else self._fitting(text)
        self._waiting += fitting
        if "\n" in fitting or len(self._waiting) > _LONG:
            self._send_lines()
        if len(fitting) < len(text):
            self._hide(text[len(fitting) :])

    def note(self, text: str) -> None:
        """Say something to the reader that the code did not print, on a line of its own."""
        self.flush()
        start = "" if self._ends_line else "\n"
        self._send("err", f"{start}[{text}]\n")

    def flush(self) -> None:
        """Send what has been printed of a line that has not ended."""
        waiting, self._waiting = self._waiting, ""
        self._send(self._stream, waiting)

    def close(self) -> None:
        """Send the rest, and say how much was left out."""
        self.flush()
        if self._hidden_lines:
            self.note(f"{self._hidden_lines:,} more lines were left out.")
        elif self._hidden_characters:
            self.note(f"{self._hidden_characters:,} more characters were left out.")

    def _fitting(self, text: str) -> str:
        """Return as much of a text as the limits leave room for, and count it."""
        data = text.encode()
        if len(data) > MOST_BYTES - self._bytes:
            text = data[: MOST_BYTES - self._bytes].decode(errors="ignore")
        room = MOST_LINES - self._lines
        if text.count("\n") >= room:
            lines = text.split("\n", room)
            text = "".join(f"{line}\n" for line in lines[:room])
        self._bytes += len(text.encode())
        self._lines += text.count("\n")
        return text

    def _hide(self, text: str) -> None:
        if not self.is_full:
            self.is_full = True
            limit = f"{MOST_LINES:,} lines" if self._lines >= MOST_LINES else "100 KB"
            self.note(f"The first {limit} are shown. The code goes on, and prints unseen.")
        self._hidden_lines += text.count("\n")
        self._hidden_characters += len(text)

    def _send_lines(self) -> None:
        ended, newline, rest = self._waiting.rpartition("\n")
        if len(rest) > _LONG:
            ended, newline, rest = self._waiting, "", ""
        self._waiting = rest
        self._send(self._stream, ended + newline)

    def _send(self, stream: str, text: str) -> None:
        if text:
            self._ends_line = text.endswith("\n")
            self._write(stream, text)


class Stream(io.TextIOBase):
    """What stands for `sys.stdout` or `sys.stderr` while code runs."""

    encoding = "utf-8"

    def __init__(self, output: Output, name: str) -> None:
        """Send to one of the two streams of an output."""
        self._output, self._name = output, name

    def writable(self) -> bool:
        """Say that one can write to it."""
        return True

    def write(self, text: str, /) -> int:
        """Print a text."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._output.add(self._name, text)
        return len(text)

    def flush(self) -> None:
        """Send a line that has not ended."""
        self._output.flush()
