"""The guide table of the chapter on hyperparameters: every failure leads to its measurement."""

from guide.chapters.hyperparameters.experiments.choices import choices
from guide.chapters.hyperparameters.experiments.choices import deep_decay as measured_deep_decay
from guide.chapters.hyperparameters.experiments.choices import deep_dropout as measured_deep_dropout
from guide.chapters.hyperparameters.experiments.sweeps import batch as measured_batch
from guide.chapters.hyperparameters.experiments.sweeps import decay as measured_decay
from guide.chapters.hyperparameters.experiments.sweeps import dropout as measured_dropout
from guide.chapters.hyperparameters.experiments.sweeps import epochs as measured_epochs
from guide.chapters.hyperparameters.experiments.sweeps import layers as measured_layers
from guide.chapters.hyperparameters.experiments.sweeps import rate as measured_rate
from guide.chapters.hyperparameters.experiments.sweeps import width as measured_width
from guide.tables.table import Table

COLUMNS = (
    "Hyperparameter",
    "Start with",
    "Too small, or one poor choice",
    "Too large, or another poor choice",
    "How to tell",
    "Interacts with",
)

FIGURES = {
    "rate": "learning-rate",
    "size": "hidden-units-and-layers-width-and-depth",
    "time": "batch-size-and-epochs",
    "brakes": "dropout-and-weight-decay",
    "choices": "optimizer-initialization-activation",
    "valleys": "how-hyperparameters-interact",
}
"""The heading that each figure stands under. (The mark of a figure stands below it, so that a link
to the mark would leave the figure out of sight.)"""


def guide() -> Table:
    """List ten hyperparameters: where to start, how each fails on both sides, and how to tell."""
    rows = (*_speed(), *_size(), *_course(), *_brakes(), *_kinds(), _activation())
    return Table(COLUMNS, rows)


def _speed() -> tuple[tuple[str, ...], ...]:
    rate = measured_rate()
    return (
        (
            "**learning rate**",
            "Adam 0.001 to 0.01; SGD 0.1; then powers of ten around it",
            _cell("rate", "crawls", rate.first),
            _cell("rate", "jumps, may diverge", rate.last),
            "training loss falls in a slow straight line; or it jumps, or becomes NaN",
            f"everything; first [batch size, optimizer, first weights]({_to('valleys')})",
        ),
    )


def _size() -> tuple[tuple[str, ...], ...]:
    width, layers = measured_width(), measured_layers()
    return (
        (
            "**hidden units**",
            "enough to learn the training set by heart",
            _cell("size", "underfits", width.first),
            _cell("size", "overfits, costs time", width.last),
            "training loss stays high; or the gap to validation is wide",
            "weight decay, dropout, epochs, number of examples",
        ),
        (
            "**layers**",
            "1 or 2 hidden layers",
            _cell("size", "underfits", layers.first),
            _cell("size", "overfits, harder to train", layers.last),
            "as with hidden units; gradients that fade or grow from layer to layer",
            "first weights, learning rate, activation",
        ),
    )


def _course() -> tuple[tuple[str, ...], ...]:
    batch, epochs = measured_batch(), measured_epochs()
    return (
        (
            "**batch size**",
            "32",
            _cell("time", "too many steps at this rate", batch.first),
            _cell("time", "too few steps", batch.last),
            "training loss falls on while validation rises; or both still fall when the epochs end",
            f"[learning rate]({_to('valleys')}), epochs",
        ),
        (
            "**epochs**",
            "many, with early stopping",
            _cell("time", "stops too soon", epochs.first),
            _cell("time", "overfits", epochs.last),
            "validation loss is still falling; or it has turned and rises",
            "learning rate, batch size, every brake on overfitting",
        ),
    )


def _brakes() -> tuple[tuple[str, ...], ...]:
    dropout, decay = measured_dropout(), measured_decay()
    deep_dropout, deep_decay = measured_deep_dropout(), measured_deep_decay()
    return (
        (
            "**dropout**",
            "0; then 0.1 to 0.5 if the network overfits",
            _cell("brakes", "a network too large overfits", deep_dropout.first),
            _cell("brakes", "underfits", dropout.last),
            "training loss far below validation; or both high",
            "size, epochs, weight decay",
        ),
        (
            "**weight decay**",
            "0; then powers of ten, if the network overfits",
            _cell("brakes", "a network too large overfits", deep_decay.first),
            _cell("brakes", "weights shrink to nothing", decay.last),
            "as with dropout",
            "size, epochs, learning rate (the rate scales the decay)",
        ),
    )


def _kinds() -> tuple[tuple[str, ...], ...]:
    found = choices()
    return (
        (
            "**optimizer**",
            "Adam",
            _cell("choices", "SGD at a rate made for Adam crawls", found.median("SGD")),
            f"[Adam at a rate made for SGD jumps]({_to('valleys')})",
            "tune the rate of both before you compare them",
            f"[learning rate]({_to('valleys')}), weight decay",
        ),
        (
            "**initialization**",
            "He for ReLU, Glorot for tanh",
            _cell("choices", "all zero never starts", found.median("all zero")),
            _cell("choices", "ten times He starts wild", found.median("ten times He")),
            "first loss far from that of guessing; size of activations by layer",
            f"activation, layers, [learning rate]({_to('valleys')})",
        ),
    )


def _activation() -> tuple[str, ...]:
    found = choices()
    return (
        "**activation**",
        "ReLU",
        _cell("choices", "none: a straight line", found.median("none (linear)")),
        _cell("choices", "sigmoid: slow", found.median("sigmoid")),
        "share of dead or saturated units",
        "initialization, layers, learning rate",
    )


def _to(figure: str) -> str:
    return f"#{FIGURES[figure]}"


def _cell(figure: str, words: str, loss: float) -> str:
    return f"[{words}: {loss:.2f}]({_to(figure)})"
