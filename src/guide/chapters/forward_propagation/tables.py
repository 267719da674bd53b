"""The tables of the chapter on forward propagation: a pass number by number, shapes, growth."""

from collections.abc import Mapping, Sequence

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.chapters.forward_propagation.experiments.cost import Cost
from guide.chapters.forward_propagation.experiments.cost import growth as measured_growth
from guide.chapters.forward_propagation.experiments.passes import first_pass
from guide.experiments import two_switches
from guide.tables.numerals import bracketed, short
from guide.tables.table import Table
from nnbyhand.shapes import Array


def hand_pass() -> Table:
    """List every number of the pass of the row (1, 0) through the network of two switches."""
    hidden, _, output, _ = two_switches.network().arrays
    made = first_pass()
    bent = (made.first_a, made.second_a)
    rows = (
        ("hidden 1", _sum(made.x, hidden[0][:, 0], hidden[1][0]), made.first_z, made.first_a),
        ("hidden 2", _sum(made.x, hidden[0][:, 1], hidden[1][1]), made.second_z, made.second_a),
        ("output", _sum(bent, output[0][:, 0], output[1][0]), made.z, made.a),
    )
    return Table(
        ("Unit", "Products and bias", "Sum z", "Sigmoid of z"),
        tuple((f"**{unit}**", terms, short(z), short(a)) for unit, terms, z, a in rows),
    )


def _sum(
    incoming: Sequence[float], weights: Float[Array, " inputs"], bias: Float[Array, ""]
) -> str:
    """Write the sum of a unit out: 1 · 0.5 + 0 · 0.25 + 0."""
    pairs = zip(incoming, weights.tolist(), strict=True)
    products = [f"{short(x)} · {bracketed(w)}" for x, w in pairs]
    return " + ".join([*products, bracketed(float(bias))])


def shapes() -> Table:
    """List the shape of every array of a pass through the network of two switches."""
    one, four = (_arrays_of_pass(x) for x in (two_switches.EXAMPLE[0], nn.XOR.x))
    meanings = (
        "what comes in",
        "weights of layer 1",
        "biases of layer 1",
        "sums of layer 1",
        "outputs of layer 1",
        "weights of layer 2",
        "biases of layer 2",
        "sums of layer 2",
        "answers",
    )
    rows = (
        (f"`{name}`", *(f"`{arrays[name].shape}`" for arrays in (one, four)), meaning)
        for name, meaning in zip(one, meanings, strict=True)
    )
    return Table(("Array", "One row", "Four rows", "Holds"), tuple(rows))


def _arrays_of_pass(x: Float[Array, "*examples 2"]) -> Mapping[str, Float[Array, "..."]]:
    (w1, b1), _, (w2, b2), _ = two_switches.network().arrays
    z1 = x @ w1 + b1
    a1 = nn.sigmoid(z1)
    z2 = a1 @ w2 + b2
    a2 = nn.sigmoid(np.asarray(z2))
    return {
        "X": x, "W1": w1, "b1": b1, "z1": z1, "a1": a1, "W2": w2, "b2": b2, "z2": z2, "a2": a2
    }  # fmt: skip


def growth() -> Table:
    """List by how much a pass grows when width, depth or batch doubles."""
    found = measured_growth()
    columns = ("Twice the", "Parameters", "Multiplications", "Cached numbers")
    doubled = {"width": found.width[1], "depth": found.depth[1], "batch": found.batch[1]}
    rows = ((f"**{what}**", *_times(cost, found.start)) for what, cost in doubled.items())
    return Table(columns, tuple(rows))


def _times(cost: Cost, start: Cost) -> tuple[str, str, str]:
    pairs = (
        (cost.parameters, start.parameters),
        (cost.multiplications, start.multiplications),
        (cost.cached, start.cached),
    )
    first, second, third = (f"× {after / before:.2f}" for after, before in pairs)
    return first, second, third
