"""Bundled data, made data, splits and scaling agree with scikit-learn."""

import numpy as np
import pytest
import sklearn.datasets
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

from nnbyhand.data.bundled import digits, iris
from nnbyhand.data.generated import circles, moons
from nnbyhand.data.scaling import Standardizer
from nnbyhand.data.splits import split


def test_iris() -> None:
    theirs = sklearn.datasets.load_iris()
    np.testing.assert_array_equal(iris().x, theirs.data)
    np.testing.assert_array_equal(iris().y, theirs.target)
    assert list(iris().classes) == list(theirs.target_names)
    assert [f"{name} (cm)" for name in iris().names] == theirs.feature_names


def test_digits() -> None:
    theirs = sklearn.datasets.load_digits()
    np.testing.assert_array_equal(digits().x, theirs.data)
    np.testing.assert_array_equal(digits().x.reshape(-1, 8, 8), theirs.images)
    np.testing.assert_array_equal(digits().y, theirs.target)


@pytest.mark.parametrize("data", [iris(), digits()], ids=["iris", "digits"])
def test_standardizer(data: iris) -> None:
    part = split(data.x, data.y, rng=np.random.default_rng(0)).train
    ours, theirs = Standardizer.fit(part.x), StandardScaler().fit(part.x)
    np.testing.assert_allclose(ours.mean, theirs.mean_, rtol=1e-12)
    np.testing.assert_allclose(ours.scale, theirs.scale_, rtol=1e-12)
    np.testing.assert_allclose(ours(data.x), theirs.transform(data.x), rtol=1e-12, atol=1e-12)
    back = theirs.inverse_transform(data.x)
    np.testing.assert_allclose(ours.inverse(data.x), back, rtol=1e-12, atol=1e-12)


def test_stratified_sizes() -> None:
    y = digits().y
    ours = split(y[:, None], y, validation=0, test=0.25, rng=np.random.default_rng(0)).test.y
    theirs = train_test_split(y, test_size=0.25, stratify=y, random_state=0)[1]
    assert abs(len(ours) - len(theirs)) <= 1
    assert np.abs(np.bincount(ours) - np.bincount(theirs)).max() <= 1


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (moons, sklearn.datasets.make_moons),
        (circles, lambda n: sklearn.datasets.make_circles(n, factor=0.5)),
    ],
)
def test_made_data_lie_on_the_same_curves(ours: moons, theirs: moons) -> None:
    data = ours(300, noise=0, rng=np.random.default_rng(0))
    x, y = theirs(3000)
    for label in (0, 1):
        points, curve = data.x[data.y[:, 0] == label], x[y == label]
        gaps = np.linalg.norm(points[:, None] - curve, axis=-1).min(axis=1)
        assert gaps.max() < 0.01
