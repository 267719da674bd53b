"""Two collected data sets that come with the package. `data/README.md` names source and license."""

from __future__ import annotations

import io
from importlib.resources import files

import numpy as np
from jaxtyping import Float, Int

from nnbyhand.data.base import Data
from nnbyhand.labels import Integers
from nnbyhand.shapes import Array


def iris() -> Data:
    """Return the measures of 150 iris flowers: 50 each of setosa, versicolor and virginica.

    The numbers are those that Fisher printed, as R and scikit-learn have them. The file
    ``iris.data`` of the UCI repository differs in two rows (34 and 37, counted from 0).

    Returns:
        Inputs (150, 4) in centimeters, float64: length and width of sepal and petal. Labels
        (150,) from 0 to 2, sorted: shuffle or split before use.

    Source: Fisher 1936, The use of multiple measurements in taxonomic problems, table I. CC BY 4.0.

    Example:
        >>> iris().x[0]
        array([5.1, 3.5, 1.4, 0.2])

    Chapter: real-data.
    """
    millimeters, y = _read("iris.npz")
    names = ("sepal length", "sepal width", "petal length", "petal width")
    return Data(millimeters / 10, y, names, ("setosa", "versicolor", "virginica"))


def digits() -> Data:
    """Return 1,797 images of handwritten digits, 8 pixels wide and high.

    Each pixel counts the inked ones of the 4 x 4 pixels that it stands for. Some pixels are 0 in
    every image. This is the test part of the original 5,620 images; its 13 writers are not told
    apart, so a random split puts images by one hand in several parts.

    Returns:
        Inputs (1797, 64) from 0 to 16, float64, row by row from the top left. Labels (1797,) from
        0 to 9, each 174 to 183 times.

    Source: Alpaydin and Kaynak 1998, Cascading classifiers. CC BY 4.0.

    Example:
        >>> digits().x[0].reshape(8, 8)[0]
        array([ 0.,  0.,  5., 13.,  9.,  1.,  0.,  0.])

    Chapter: real-data.
    """
    pixels, y = _read("digits.npz")
    names = tuple(f"row {row} column {column}" for row in range(8) for column in range(8))
    return Data(pixels, y, names, tuple("0123456789"))


def _read(name: str) -> tuple[Float[Array, "examples inputs"], Int[Integers, " examples"]]:
    # Through importlib, so that it also works from a zip archive and in a browser.
    content = files("nnbyhand").joinpath("data", name).read_bytes()
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        return arrays["x"].astype(np.float64), arrays["y"].astype(np.int64)
