"""One pass through the network of two switches, its answers, and what it does to their plane."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments import two_switches
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array


@dataclass(frozen=True)
class FirstPass:
    """Every number of the pass of one row through the network of two switches.

    Attributes:
        x: The two switches.
        first_z, first_a: Sum and output of the first hidden unit.
        second_z, second_a: Sum and output of the second hidden unit.
        z: Sum of the output unit.
        a: The answer, which is the output of the output unit.
    """

    x: tuple[float, float]
    first_z: float
    first_a: float
    second_z: float
    second_a: float
    z: float
    a: float


def first_pass(first: float = 1.0, second: float = 0.0) -> FirstPass:
    """Send one row through the network of two switches, layer by layer."""
    weights, _, output_weights, _ = two_switches.network().arrays
    hidden = np.array([[first, second]]) @ weights[0] + weights[1]
    bent = nn.sigmoid(hidden)
    z = (bent @ output_weights[0] + output_weights[1]).item()
    (first_z, second_z), (first_a, second_a) = hidden[0].tolist(), bent[0].tolist()
    a = float(nn.sigmoid(z))
    return FirstPass((first, second), first_z, first_a, second_z, second_a, z, a)


@dataclass(frozen=True)
class Answers:
    """The lowest and the highest of the answers to the four switch positions.

    Attributes:
        lowest: The lowest of the answers to the four switch positions.
        highest: The highest of the answers to the four switch positions.
    """

    lowest: float
    highest: float


def answers() -> Answers:
    """Ask the untrained network of two switches about all four switch positions."""
    given = two_switches.network()(nn.XOR.x)
    return Answers(float(given.min()), float(given.max()))


@dataclass(frozen=True)
class RandomNetworks:
    """How much the answers of untrained networks differ between the four switch positions.

    Attributes:
        networks: How many networks were drawn.
        low: First quartile, over the networks, of the largest answer less the smallest.
        median: Median, over the networks, of the largest answer less the smallest.
        high: Third quartile, over the networks, of the largest answer less the smallest.
        right: Networks that happen to put all four answers where the staircase lamp wants them.
    """

    networks: int
    low: float
    median: float
    high: float
    right: int


def random_networks(seeds: int = 1000) -> RandomNetworks:
    """Draw sigmoid networks of 2, 2 and 1 units by Glorot's rule, biases 0, and ask all rows."""
    rng = np.random.default_rng(0)
    drawn = nn.MLP((2, 2, 1), hidden=nn.sigmoid, output=nn.sigmoid, rng=rng, networks=seeds)
    given = drawn(nn.XOR.x)
    low, median, high = quartiles(np.ptp(given[..., 0], axis=1)).tolist()
    right = int(two_switches.solved(given).sum())
    return RandomNetworks(seeds, low, median, high, right)


@dataclass(frozen=True)
class Square:
    """The square of all dimmer positions, before, inside and after the hidden layer.

    Attributes:
        inputs, sums, outputs: Lines of a grid over the square, as points: where they lie before the
            layer, after its weights and biases, and after its sigmoid. The first half of the lines
            holds the first dimmer still, the other half the second.
        corners: The four switch positions in the same three places.
        output_z, answer: Sum and output of the output unit, at the corners.
        sums_area: What becomes of the area of 1 that the square has, after weights and biases.
        outputs_area: What becomes of the area of 1 that the square has, after the sigmoids.
    """

    inputs: Float[Array, "lines points 2"]
    sums: Float[Array, "lines points 2"]
    outputs: Float[Array, "lines points 2"]
    corners: Float[Array, "3 4 2"]
    output_z: Float[Array, " 4"]
    answer: Float[Array, " 4"]
    sums_area: float
    outputs_area: float


def switch_square(lines: int = 6, points: int = 41) -> Square:
    """Send a grid over the square of all dimmer positions through the hidden layer."""
    weights, _, output, _ = two_switches.network().arrays
    along, still = np.meshgrid(np.linspace(0, 1, points), np.linspace(0, 1, lines))
    grid = np.concatenate([np.stack([still, along], axis=-1), np.stack([along, still], axis=-1)])

    def passed(x: Float[Array, "*batch 2"]) -> list[Float[Array, "*batch 2"]]:
        sums = x @ weights[0] + weights[1]
        return [x, sums, nn.sigmoid(sums)]

    corners = np.stack(passed(nn.XOR.x))
    z = (corners[2] @ output[0] + output[1])[:, 0]
    inputs, sums, outputs = passed(grid)
    _, sums_area, outputs_area = (_area(place) for place in passed(_border(1000)))
    answer = nn.sigmoid(z)
    return Square(inputs, sums, outputs, corners, z, answer, sums_area, outputs_area)


def _border(points: int) -> Float[Array, "points 2"]:
    """Walk once around the square, the same number of points on each side."""
    step, flat = np.linspace(0, 1, points, endpoint=False), np.zeros(points)
    first = np.concatenate([step, flat + 1, 1 - step, flat])
    second = np.concatenate([flat, step, flat + 1, 1 - step])
    return np.stack([first, second], axis=1)


def _area(polygon: Float[Array, "points 2"]) -> float:
    """Return the area that a closed walk encloses (the shoelace formula)."""
    x, y = polygon.T
    return float(abs(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2)


@dataclass(frozen=True)
class AnswerMap:
    """The answers of the untrained network far beyond the switches.

    Attributes:
        inputs, hidden: Values of either input, and of either hidden output.
        over_inputs: The answer, one row for each value of the second input.
        over_hidden: The answer of the output unit alone, over what the hidden units may give.
        least: The answer below which no inputs come, however far out.
        most: The answer above which no inputs come, however far out.
    """

    inputs: Float[Array, " places"]
    hidden: Float[Array, " places"]
    over_inputs: Float[Array, "places places"]
    over_hidden: Float[Array, "places places"]
    least: float
    most: float


def answer_map(reach: float = 8.0, places: int = 81) -> AnswerMap:
    """Ask the untrained network about inputs from -8 to 8, and its output unit about all pairs."""
    network = two_switches.network()
    weights, biases = network.arrays[2]
    inputs, hidden = np.linspace(-reach, reach, places), np.linspace(0, 1, places)
    over_inputs = network(_pairs(inputs)).reshape(places, places)
    over_hidden = nn.sigmoid(_pairs(hidden) @ weights + biases).reshape(places, places)
    return AnswerMap(
        inputs, hidden, over_inputs, over_hidden, float(over_hidden.min()), float(over_hidden.max())
    )


def _pairs(values: Float[Array, " places"]) -> Float[Array, "pairs 2"]:
    first, second = np.meshgrid(values, values)
    return np.stack([first.ravel(), second.ravel()], axis=1)
