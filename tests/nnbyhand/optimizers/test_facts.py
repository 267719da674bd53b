"""The facts that the guide shows in a table, against the optimizers themselves."""

import re

import numpy as np
import pytest

from nnbyhand.optimizers import OPTIMIZERS
from nnbyhand.optimizers import facts as optimizer_facts
from nnbyhand.optimizers.base import Optimizer

by_class = pytest.mark.parametrize("kind", OPTIMIZERS, ids=lambda kind: kind.slug)


@by_class
def test_adapting_per_parameter_means_steps_of_equal_length(kind: type[Optimizer]) -> None:
    optimizer, gradient = kind(0.1), np.array([1.0, 1000.0])
    moved, _ = optimizer.step(np.zeros(2), gradient, optimizer.start(np.zeros(2)))
    ratio = moved[1] / moved[0]
    assert ratio == pytest.approx(1 if kind.facts.per_parameter else 1000, rel=1e-6)


@by_class
def test_as_many_vectors_are_kept_as_stated(kind: type[Optimizer]) -> None:
    optimizer, theta = kind(0.1), np.ones((3, 2))
    state = optimizer.start(theta)
    for _ in range(2):
        assert [vector.shape for vector in state.vectors] == [theta.shape] * kind.facts.vectors
        _, state = optimizer.step(theta, theta, state)


@by_class
def test_default_rate_is_the_one_of_the_class(kind: type[Optimizer]) -> None:
    if kind.facts.default_rate is None:
        with pytest.raises(TypeError, match="rate"):
            kind()
    else:
        assert kind().rate == kind.facts.default_rate


@by_class
def test_phrases_are_short_and_plain(kind: type[Optimizer]) -> None:
    for phrase in (kind.facts.default_reason, kind.facts.trouble):
        assert 6 < len(phrase) <= 64
        assert not phrase.endswith(".")


@by_class
def test_every_source_is_listed_in_full(kind: type[Optimizer]) -> None:
    references = " ".join((optimizer_facts.__doc__ or "").split())
    for source in kind.facts.source.split("; "):
        short_name = re.fullmatch(r"(.* \d{4})(, section [\d.]+)?", source)
        assert short_name is not None, source
        assert f"- {short_name[1]}: " in references
