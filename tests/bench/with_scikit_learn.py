"""scikit-learn: `MLPClassifier.fit`, with everything off that would end it early."""

import warnings

import numpy as np
from contests import threads_in_words, use_threads
from jaxtyping import Float
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier
from trainings import SEEDS, Contestant, Training

import nnbyhand as nn
from nnbyhand.shapes import Array


class _Started(MLPClassifier):  # type: ignore[misc]  # scikit-learn has no types
    """A classifier that begins at given weights, which `fit` would draw by itself.

    scikit-learn has no public way to say where a first `fit` begins.

    Attributes:
        start: Weights and bias of each layer; no two layers have one shape.
    """

    start: list[tuple[Array, Array]]

    def _init_coef(self, fan_in: int, fan_out: int, dtype: type) -> tuple[Array, Array]:
        shape = (fan_in, fan_out)
        weights, bias = next(layer for layer in self.start if layer[0].shape == shape)
        return weights.astype(dtype), bias.astype(dtype)


class ScikitLearn(Contestant):
    """scikit-learn: `fit`, from the same weights as the others."""

    def __init__(self, training: Training, threads: int) -> None:
        """Keep the examples; scikit-learn takes answers as labels."""
        self.training, (self.x, y) = training, training.examples()
        self.threads, self.way = threads, threads_in_words(threads)
        self.labels = y.ravel()
        self.restart()

    def restart(self, seed: int = SEEDS[0]) -> None:
        """Set the threads, and make a new classifier."""
        use_threads(self.threads)
        task, epochs = self.training.task, self.training.epochs
        self.model = _Started(
            task.sizes[1:-1],
            activation="tanh" if task.hidden is nn.tanh else "relu",
            alpha=0.0,
            batch_size=self.training.batch_size,
            learning_rate_init=self.training.rate,
            max_iter=epochs,
            n_iter_no_change=epochs,
            tol=0.0,
            random_state=seed,
        )
        w1, b1, w2, b2 = task.start(np.float32, seed)
        self.model.start = [(w1, b1), (w2, b2)]

    def train(self) -> None:
        """Train for all epochs, of which it warns at the end."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            self.model.fit(self.x, self.labels)

    def scores(self) -> Float[Array, "examples outputs"]:
        """Return the logits: logarithms of probabilities are some."""
        logs: Array = np.maximum(self.model.predict_log_proba(self.x), -100.0)
        return logs[:, 1:] - logs[:, :1] if self.training.task.is_binary else logs
