"""What `help()` and editors show of a named tuple: types by their names, as the source has them."""

from __future__ import annotations

from typing import TypeVar

Kind = TypeVar("Kind", bound=type)


def as_written(kind: Kind) -> Kind:
    """Let a named tuple show its types as they are written, as functions and dataclasses do.

    `typing.NamedTuple` puts each into a `ForwardRef`, and that is what would be shown.
    """
    types = kind.__annotations__
    written = {name: getattr(type_, "__forward_arg__", type_) for name, type_ in types.items()}
    kind.__annotations__ = kind.__new__.__annotations__ = written
    return kind
