"""A page may reach into what an experiment returns, and a step that leads nowhere is named."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pytest

from guide.publishing.pieces.reaching import reached


class Pair(NamedTuple):
    first: int
    second: int


@dataclass(frozen=True)
class Inner:
    learned: float


@dataclass(frozen=True)
class Found:
    rows: np.ndarray
    places: tuple[float, ...]
    outcomes: dict[str, Inner]
    by: dict[tuple[str, str], np.ndarray]
    pair: Pair
    at: dict[int, float]

    @property
    def most(self) -> float:
        return float(self.rows.max())

    def method(self) -> float:
        return 1.0


FOUND = Found(
    rows=np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),
    places=(0.5, 0.25),
    outcomes={"none": Inner(90.0), "two-fold": Inner(10.0)},
    by={("ReLU", "std 0.01"): np.array([7.0, 8.0])},
    pair=Pair(11, 12),
    at={10: 0.1},
)


@pytest.mark.parametrize(
    ("path", "there"),
    [
        (".rows[1, 2]", 6.0),
        (".rows[-1, 0]", 4.0),
        (".rows[0][1]", 2.0),
        (".places[1]", 0.25),
        (".places[-1]", 0.25),
        (".outcomes.none.learned", 90.0),
        (".outcomes[two-fold].learned", 10.0),
        (".by[ReLU, std 0.01][1]", 8.0),
        (".pair.second", 12),
        (".pair[0]", 11),
        (".at[10]", 0.1),
        (".most", 6.0),
    ],
)
def test_a_path_takes_fields_places_and_keys(path: str, there: float) -> None:
    assert reached(FOUND, path, "sample.found") == there


def test_no_path_is_the_result_itself() -> None:
    assert reached(3.0, "", "sample.found") == 3.0


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (".rows[2, 0]", "sample.found.rows has no [2, 0]; it has the shape (2, 3)"),
        (".rows[0, 0, 0]", "sample.found.rows has no [0, 0, 0]; it has the shape (2, 3)"),
        (".rows.T", "sample.found.rows has no .T; it has the shape (2, 3)"),
        (".rows[one]", "sample.found.rows has no [one]; it has the shape (2, 3)"),
        (".places[2]", "sample.found.places has no [2]; it has 2 places"),
        (".places[0, 0]", "sample.found.places has no [0, 0]; it has 2 places"),
        (".outcomes.some", "sample.found.outcomes has no .some; it has [none], [two-fold]"),
        (".by[ReLU]", "sample.found.by has no [ReLU]; it has [ReLU, std 0.01]"),
        (
            ".method",
            "sample.found has no .method; it has .rows, .places, .outcomes, .by, .pair, .at, .most",
        ),
        (".outcomes.none.learned[0]", "learned has no [0]; it has no parts, it is 90.0"),
        (".rows]", "']' is no step; write .name, [10] or [10, 1]"),
        (".rows[]", "'[]' is no step; write .name, [10] or [10, 1]"),
    ],
)
def test_a_step_that_leads_nowhere_is_named_with_what_there_is(path: str, message: str) -> None:
    with pytest.raises(LookupError) as caught:
        reached(FOUND, path, "sample.found")
    assert message in str(caught.value)
