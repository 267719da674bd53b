"""What the playground can be set to, as far as its tours set it."""

from dataclasses import dataclass

Layer = tuple[int, str]
"""How many units a hidden layer has, and which activation."""

Point = tuple[float, float, int]
"""Two inputs, and the label 0 or 1."""


@dataclass(frozen=True)
class Choices:
    """One state of the playground. What a tour leaves out is as the playground begins.

    Attributes:
        dataset: The task; "points" are given one by one.
        examples: How many points are made, those that are held out included.
        noise: The standard deviation of what is added to them.
        points: Two inputs and a label for each, where the task is "points".
        held: The share of examples that is held out.
        data_seed: What the points are made from.
        standardize: Whether inputs get mean 0 and standard deviation 1.
        hidden: The hidden layers.
        loss: "bce" from logits, or "mse".
        optimizer: How it steps.
        rate: The learning rate.
        batch_size: Examples per step; 0 for all at once.
        penalty: "none" or "l2".
        strength: The price of the penalty.
        initialization: The rule for the first weights.
        seed: What the reader's network starts from; others of an ensemble start from others.
        stop_epochs: After how many epochs it stops by itself.
    """

    dataset: str = "circles"
    examples: int = 200
    noise: float = 0.1
    points: tuple[Point, ...] | None = None
    held: float = 0.2
    data_seed: int = 1
    standardize: bool = False
    hidden: tuple[Layer, ...] = ((4, "tanh"),)
    loss: str = "bce"
    optimizer: str = "sgd"
    rate: float = 0.3
    batch_size: int = 10
    penalty: str = "none"
    strength: float = 0.001
    initialization: str = "usual"
    seed: int = 1
    stop_epochs: int = 0
