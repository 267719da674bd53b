"""scikit-learn: `MLPClassifier.fit`, with everything off that would end it early."""

import warnings

import numpy as np
from contests import threads_in_words, use_threads
from jaxtyping import Float
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier
from trainings import Contestant, Training

import nnbyhand as nn
from nnbyhand.shapes import Array


class ScikitLearn(Contestant):
    """scikit-learn: `fit`, from a start that it draws itself."""

    def __init__(self, training: Training, threads: int) -> None:
        """Keep the examples; scikit-learn takes answers as labels."""
        self.training, (self.x, y) = training, training.examples()
        self.threads, self.way = threads, threads_in_words(threads)
        self.labels = y.ravel()
        self.restart()

    def restart(self) -> None:
        """Set the threads, and make a new classifier."""
        use_threads(self.threads)
        task, epochs = self.training.task, self.training.epochs
        self.model = MLPClassifier(
            task.sizes[1:-1],
            activation="tanh" if task.hidden is nn.tanh else "relu",
            alpha=0.0,
            batch_size=self.training.batch_size,
            learning_rate_init=self.training.rate,
            max_iter=epochs,
            n_iter_no_change=epochs,
            tol=0.0,
            random_state=0,
        )

    def train(self) -> None:
        """Train for all epochs, of which it warns at the end."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            self.model.fit(self.x, self.labels)

    def scores(self) -> Float[Array, "examples outputs"]:
        """Return the logits: logarithms of probabilities are some."""
        logs: Array = np.maximum(self.model.predict_log_proba(self.x), -100.0)
        return logs[:, 1:] - logs[:, :1] if self.training.task.is_binary else logs
