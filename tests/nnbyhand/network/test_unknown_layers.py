"""A file may name only layers that this version knows."""

import re

import pytest

from nnbyhand.errors import InputValueError
from nnbyhand.network.file import layers_from_plain


@pytest.mark.parametrize(
    "plain",
    [
        [{"kind": "Convolution"}],
        [{"kind": "Dense", "inputs": 2}],
        [{"kind": "Activated", "activation": 3}],
        {"kind": "Dense", "inputs": 2, "units": 1},
    ],
)
def test_what_is_unknown_is_shown(plain: object) -> None:
    shown = plain[0] if isinstance(plain, list) else plain
    message = (
        f"structure: got {shown!r}, expected known layers and settings."
        " The layers this version knows are in nnbyhand.layers."
    )
    with pytest.raises(InputValueError, match=f"^{re.escape(message)}$"):
        layers_from_plain(plain)


def test_a_long_structure_is_cut() -> None:
    with pytest.raises(InputValueError) as caught:
        layers_from_plain([{"kind": "x" * 500}])
    assert len(caught.value.got) == 200
