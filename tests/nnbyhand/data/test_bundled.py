"""The data files are those that were checked, and say what their sources say."""

import hashlib
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

import nnbyhand
from nnbyhand.data.base import Data
from nnbyhand.data.bundled import digits, iris

CHECKSUMS = {
    "iris.npz": "784af794e2b7bf941644ae4a675cd3de1774d794b5c2626e57e392a6bfa3c02c",
    "digits.npz": "f10b077e7e3037d11006b85b6b71a63e15b2bf746d91c4e4122e42d304e5e54b",
}
FOLDER = files("nnbyhand") / "data"


@pytest.mark.parametrize("name", CHECKSUMS)
def test_files_are_those_that_were_checked(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    assert hashlib.sha256(content).hexdigest() == CHECKSUMS[name]
    assert len(content) < 50_000


def test_every_file_has_its_source_and_license_stated() -> None:
    files = [file for file in FOLDER.iterdir() if file.is_file()]
    names = {file.name for file in files if ".py" not in file.name}  # a mutant's notes: *.py.meta
    assert names == {*CHECKSUMS, "README.md"}
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for name in CHECKSUMS:
        assert f"## `{name}`" in readme
    for fact in ("Fisher, R. A. (1936)", "Alpaydin, E. and Kaynak, C. (1998)", "CC BY 4.0"):
        assert fact in readme


def test_iris() -> None:
    data = iris()
    assert data.x.shape == (150, 4)
    assert np.bincount(data.y).tolist() == [50, 50, 50]
    assert np.all(np.diff(data.y) >= 0)
    assert data.names == ("sepal length", "sepal width", "petal length", "petal width")
    assert data.classes == ("setosa", "versicolor", "virginica")
    # The means of each species, in centimeters.
    means = [
        [5.006, 3.428, 1.462, 0.246],
        [5.936, 2.770, 4.260, 1.326],
        [6.588, 2.974, 5.552, 2.026],
    ]
    for label, expected in enumerate(means):
        np.testing.assert_allclose(data.x[data.y == label].mean(axis=0), expected, atol=1e-12)
    assert data.x.min(axis=0).tolist() == [4.3, 2.0, 1.0, 0.1]
    assert data.x.max(axis=0).tolist() == [7.9, 4.4, 6.9, 2.5]


def test_iris_follows_fisher_where_the_uci_file_does_not() -> None:
    assert iris().x[34].tolist() == [4.9, 3.1, 1.5, 0.2]
    assert iris().x[37].tolist() == [4.9, 3.6, 1.4, 0.1]


def test_digits() -> None:
    data = digits()
    assert data.x.shape == (1797, 64)
    assert np.bincount(data.y).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    assert np.unique(data.x).tolist() == list(range(17))
    assert data.names[:2] == ("row 0 column 0", "row 0 column 1")
    assert data.names[-1] == "row 7 column 7"
    assert len(data.names) == 64
    assert data.classes == tuple("0123456789")
    assert np.any(np.ptp(data.x, axis=0) == 0)  # as the docstring says
    # A zero is hollow and a one is not.
    hollow, stroke = (data.x[data.y == digit].mean(axis=0).reshape(8, 8) for digit in (0, 1))
    assert hollow[3:5, 3:5].mean() < 4
    assert stroke[3:5, 3:5].mean() > 12


@pytest.mark.parametrize("load", [iris, digits])
def test_types_and_fresh_copies(load: type[Data]) -> None:
    first = load()
    assert isinstance(first, Data)
    assert first.x.dtype == np.float64
    assert first.y.dtype == np.int64
    first.x[:] = -1
    first.y[:] = -1
    assert load().x.min() >= 0
    assert load().y.min() == 0


def test_it_works_from_a_zip_archive(tmp_path: Path) -> None:
    source = Path(nnbyhand.__file__).parent
    shutil.copytree(
        source, tmp_path / "root" / "nnbyhand", ignore=shutil.ignore_patterns("__pycache__")
    )
    archive = shutil.make_archive(str(tmp_path / "package"), "zip", tmp_path / "root")
    program = (
        f"import sys; sys.path.insert(0, {archive!r}); import nnbyhand.data.bundled as data; "
        "print(data.__file__, data.iris().x.shape, data.digits().y.shape)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8"
    )
    assert run.stdout.startswith(archive)
    assert run.stdout.endswith("(150, 4) (1797,)\n")
