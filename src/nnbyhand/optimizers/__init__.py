"""Optimizers: rules that turn gradients into steps, and how long the steps are."""

from nnbyhand.optimizers.adaptive import AdaGrad, Adam, AdamW, RMSprop
from nnbyhand.optimizers.momentum import SGD, Momentum, Nesterov

OPTIMIZERS = (SGD, Momentum, Nesterov, AdaGrad, RMSprop, Adam, AdamW)
"""The classes, in the order of the guide.

Example:
    >>> [optimizer.name for optimizer in OPTIMIZERS][:4]
    ['SGD', 'momentum', 'Nesterov', 'AdaGrad']

Chapter: optimizers.
"""
