"""Losses: how far outputs are from their targets, as one number to make small."""

from nnbyhand.losses.binary_cross_entropy import (
    binary_cross_entropy,
    binary_cross_entropy_from_logits,
)
from nnbyhand.losses.cross_entropy import cross_entropy, cross_entropy_from_logits
from nnbyhand.losses.regression import half_mse, huber, mae, mse

LOSSES = (
    mse,
    half_mse,
    mae,
    huber,
    binary_cross_entropy,
    binary_cross_entropy_from_logits,
    cross_entropy,
    cross_entropy_from_logits,
)
"""The losses with their usual settings, in the order of the guide.

Example:
    >>> [loss.name for loss in LOSSES][:3]
    ['MSE', 'half MSE', 'MAE']

Chapter: losses.
"""
