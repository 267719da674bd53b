"""Networks in files: what was saved comes back; anything else is refused, and nothing runs."""

import io
import json
import pickle
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import nnbyhand as nn
from nnbyhand.activations.base import Activation
from nnbyhand.layers.activated import Activated
from nnbyhand.layers.base import Layer
from nnbyhand.layers.dense import Dense
from nnbyhand.layers.dropout import Dropout
from nnbyhand.layers.normalization import BatchNorm, LayerNorm
from nnbyhand.layers.residual import Residual
from nnbyhand.network.file import load, save
from nnbyhand.network.mlp import MLP
from nnbyhand.network.network import Network

X = np.random.default_rng(1).normal(size=(5, 3))


def rng() -> np.random.Generator:
    return np.random.default_rng(0)


def every_layer(activation: Activation) -> tuple[Layer | Activation, ...]:
    block = Residual(Dense(4, 4), LayerNorm(epsilon=1e-3), Activated(activation), Dropout(0.1))
    return (BatchNorm(momentum=0.3), Dense(3, 4), BatchNorm(), activation, block, Dense(4, 2))


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
@pytest.mark.parametrize("networks", [(), 3, (2, 3)])
def test_every_layer_and_number_comes_back(
    tmp_path: Path, dtype: type[np.floating], networks: int | tuple[int, ...]
) -> None:
    network = Network.build(*every_layer(nn.tanh), rng=rng(), networks=networks, dtype=dtype)
    network = network.with_parameters(network.parameters, network.forward(X, rng=rng()).statistics)
    save(network, tmp_path / "network.npz")
    same = load(tmp_path / "network.npz")
    assert same.layers == network.layers
    assert same.inputs == network.inputs
    assert same.parameters.dtype == dtype
    np.testing.assert_array_equal(same.parameters, network.parameters)
    for ours, theirs in zip(same.statistics, network.statistics, strict=True):
        for array, expected in zip(ours, theirs, strict=True):
            assert array.dtype == dtype
            np.testing.assert_array_equal(array, expected)
    np.testing.assert_array_equal(same(X), network(X))


@pytest.mark.parametrize("activation", [*nn.ACTIVATIONS, nn.LeakyReLU(0.3), nn.ELU(2)], ids=str)
def test_every_activation_comes_back(tmp_path: Path, activation: Activation) -> None:
    network = Network.build(*every_layer(activation), rng=rng())
    save(network, str(tmp_path / "network.npz"))
    assert load(str(tmp_path / "network.npz")).layers == network.layers


def test_the_name_is_taken_as_it_is_and_an_old_file_replaced(tmp_path: Path) -> None:
    save(MLP([2, 1], rng=rng()), tmp_path / "best")
    save(MLP([3, 1], rng=rng()), tmp_path / "best")
    assert [path.name for path in tmp_path.iterdir()] == ["best"]
    assert load(tmp_path / "best").inputs == 3


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(MLP([2, 1], rng=rng()), tmp_path / "best")

    def full(file: io.BufferedWriter, **_: object) -> None:
        file.write(b"half a file")
        raise OSError("no space left on device")

    monkeypatch.setattr(np, "savez", full)
    with pytest.raises(OSError, match="no space"):
        save(MLP([3, 1], rng=rng()), tmp_path / "best")
    assert [path.name for path in tmp_path.iterdir()] == ["best"]
    assert load(tmp_path / "best").inputs == 2


def test_an_unfinished_file_lies_beside_its_place_under_a_name_like_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # In another folder it could lie on another disk, and would not take its place in one go.
    seen, savez = [], np.savez

    def look(file: io.BufferedWriter, **arrays: np.ndarray) -> None:
        seen.extend(path.name for path in tmp_path.iterdir())
        savez(file, **arrays)

    monkeypatch.setattr(np, "savez", look)
    save(MLP([2, 1], rng=rng()), tmp_path / "best")
    (name,) = seen
    assert name.startswith("best.")


def test_files_of_this_format_stay_readable(tmp_path: Path) -> None:
    # Written out here as version 1 has it: whoever changes the format must raise the version.
    layers = [
        {"kind": "Dense", "inputs": 2, "units": 1},
        {"kind": "Activated", "activation": {"kind": "LeakyReLU", "slope": 0.5}},
        {"kind": "Residual", "layers": [{"kind": "BatchNorm", "momentum": 0.1, "epsilon": 1e-5}]},
    ]
    structure = {"format": "nnbyhand network", "version": 1, "inputs": 2, "layers": layers}
    np.savez(
        tmp_path / "old.npz",
        structure=json.dumps(structure),
        parameters=np.array([1.0, 2.0, -8.0, 1.0, 0.0]),
        statistics_2_0=np.array([3.0]),
        statistics_2_1=np.array([4.0]),
    )
    network = load(tmp_path / "old.npz")
    assert network.layers == (
        Dense(2, 1),
        Activated(nn.LeakyReLU(0.5)),
        Residual(BatchNorm(momentum=0.1, epsilon=1e-5)),
    )
    # 1*1 + 2*2 - 8 = -3; halved -1.5; plus (-1.5 - 3) / sqrt(4.00001), about -2.25.
    np.testing.assert_allclose(network([[1.0, 2.0]]), [[-1.5 - 4.5 / np.sqrt(4.00001)]])
    save(network, tmp_path / "new.npz")
    with np.load(tmp_path / "new.npz") as archive:
        assert json.loads(str(archive["structure"])) == structure
        assert sorted(archive.files) == [
            "parameters",
            "statistics_2_0",
            "statistics_2_1",
            "structure",
        ]


# What the archive holds in the place of a structure, and the start of what is said about it.
FOREIGN = "an archive of something else"
DAMAGED = "a damaged network"
DENSE = {"kind": "Dense", "inputs": 2, "units": 1}
GOOD = {"format": "nnbyhand network", "version": 1, "inputs": 2, "layers": [DENSE]}
WRONG: list[tuple[object, str]] = [
    ("no JSON", FOREIGN),
    ("[" * 100_000, FOREIGN),
    ([], FOREIGN),
    ({}, FOREIGN),
    ({**GOOD, "format": "something"}, FOREIGN),
    ({**GOOD, "version": 2}, "format version 2"),
    ({**GOOD, "version": 0}, "format version 0"),
    ({**GOOD, "version": "1"}, "format version '1'"),
    ({**GOOD, "version": None}, "format version None"),
    ({**GOOD, "inputs": 3}, DAMAGED),
    ({**GOOD, "inputs": "two"}, DAMAGED),
    ({**GOOD, "inputs": None}, DAMAGED),
    ({key: GOOD[key] for key in ("format", "version", "inputs")}, DAMAGED),
    ({key: GOOD[key] for key in ("format", "version", "layers")}, DAMAGED),
    ({**GOOD, "layers": []}, DAMAGED),
    ({**GOOD, "layers": {}}, DAMAGED),
    ({**GOOD, "layers": DENSE}, DAMAGED),
    ({**GOOD, "layers": [DENSE, 5]}, DAMAGED),
    ({**GOOD, "layers": [{**DENSE, "kind": "Popen"}]}, DAMAGED),
    ({**GOOD, "layers": [{**DENSE, "kind": "os.system"}]}, DAMAGED),
    ({**GOOD, "layers": [{**DENSE, "kind": ["Dense"]}]}, DAMAGED),
    ({**GOOD, "layers": [{**DENSE, "kind": "ReLU"}]}, DAMAGED),
    ({**GOOD, "layers": [{"kind": "ReLU"}]}, DAMAGED),
    ({**GOOD, "layers": [{"inputs": 2, "units": 1}]}, DAMAGED),
    ({**GOOD, "layers": [{**DENSE, "bias": True}]}, DAMAGED),
    ({**GOOD, "layers": [{**DENSE, "units": 0}]}, DAMAGED),
    ({**GOOD, "layers": [{**DENSE, "units": 5}]}, DAMAGED),
    ({**GOOD, "layers": [{**DENSE, "units": 10**30}]}, DAMAGED),
    ({**GOOD, "layers": [{**DENSE, "units": "1"}]}, DAMAGED),
    ({**GOOD, "layers": [DENSE, {"kind": "Activated", "activation": "tanh"}]}, DAMAGED),
    ({**GOOD, "layers": [DENSE, {"kind": "Activated", "activation": DENSE}]}, DAMAGED),
    ({**GOOD, "layers": [DENSE, {"kind": "Dropout", "rate": [0.5]}]}, DAMAGED),
    ({**GOOD, "layers": [DENSE, {"kind": "Dropout", "rate": 2}]}, DAMAGED),
    ({**GOOD, "layers": [DENSE, {"kind": "Residual", "layers": []}]}, DAMAGED),
    ({**GOOD, "layers": [DENSE, {"kind": "Residual", "layers": 3}]}, DAMAGED),
    ({**GOOD, "layers": [DENSE, {"kind": "BatchNorm", "momentum": 0.1}]}, DAMAGED),
]


@pytest.mark.parametrize(("structure", "said"), WRONG)
def test_another_structure_is_refused(tmp_path: Path, structure: object, said: str) -> None:
    text = structure if isinstance(structure, str) else json.dumps(structure)
    np.savez(tmp_path / "x.npz", structure=text, parameters=np.zeros(3))
    with pytest.raises(nn.InputValueError) as error:
        load(tmp_path / "x.npz")
    assert error.value.argument == str(tmp_path / "x.npz")
    assert error.value.got.startswith(said)
    np.savez(tmp_path / "x.npz", structure=json.dumps(GOOD), parameters=np.zeros(3))
    assert load(tmp_path / "x.npz").parameter_count == 3


def test_messages_say_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "x.npz"
    path.write_bytes(b"nothing like an archive")
    with pytest.raises(nn.InputValueError) as error:
        load(path)
    assert str(error.value) == (
        f"{path}: got a damaged file, or no archive of arrays, expected a network in a file. Give "
        "a file that nnbyhand's save wrote, and copy it again if it came from elsewhere."
    )
    np.savez(path, structure=json.dumps({**GOOD, "version": 2}), parameters=np.zeros(3))
    with pytest.raises(nn.InputValueError) as error:
        load(path)
    assert str(error.value) == (
        f"{path}: got format version 2, expected a version from 1 to 1. "
        "A newer version of the package wrote it: update nnbyhand."
    )


@pytest.mark.parametrize(
    "parameters",
    [np.zeros(2), np.zeros(()), np.zeros((3, 2)), np.zeros(3, complex), np.array(["a", "b", "c"])],
    ids=str,
)
def test_parameters_that_do_not_fit_are_refused(tmp_path: Path, parameters: np.ndarray) -> None:
    np.savez(tmp_path / "x.npz", structure=json.dumps(GOOD), parameters=parameters)
    with pytest.raises(nn.InputValueError, match="a damaged network"):
        load(tmp_path / "x.npz")


def test_archives_of_something_else_are_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", weights=np.zeros(3))
    np.savez(tmp_path / "b.npz", structure=json.dumps(GOOD))
    np.save(tmp_path / "c.npy", np.zeros(3))
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as archive:
        archive.writestr("structure", "text")
    (tmp_path / "e").write_bytes(b"")
    for path in tmp_path.iterdir():
        with pytest.raises(nn.InputValueError) as error:
            load(path)
        assert error.value.argument == str(path)


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "x.npz")
    with pytest.raises(FileNotFoundError):
        save(MLP([2, 1], rng=rng()), tmp_path / "nowhere" / "x.npz")


class Dangerous:
    """Unpickling an object of this class would set ``ran``."""

    ran: list[int] = []  # noqa: RUF012  (the trap that must not close)

    def __reduce__(self) -> tuple[Any, ...]:
        return Dangerous.ran.append, (1,)


def test_nothing_is_unpickled(tmp_path: Path) -> None:
    np.savez(
        tmp_path / "a.npz",
        structure=json.dumps(GOOD),
        parameters=np.array([Dangerous()] * 3, dtype=object),
    )
    (tmp_path / "b.npz").write_bytes(pickle.dumps(Dangerous()))
    for name in ("a.npz", "b.npz"):
        with pytest.raises(nn.InputValueError, match="a damaged file, or no archive of arrays"):
            load(tmp_path / name)
    assert Dangerous.ran == []


class Doubled(Activated):
    """A layer that the package does not know, even though it knows its parent."""


def test_layers_of_others_are_not_saved(tmp_path: Path) -> None:
    network = Network.build(Dense(2, 1), Doubled(nn.tanh), rng=rng())
    with pytest.raises(nn.InputTypeError) as error:
        save(network, tmp_path / "x.npz")
    assert str(error.value) == (
        "network: got a Doubled, expected layers and activations of this package. "
        "Save the parameters of your own layers with np.savez(path, network.parameters)."
    )
    assert list(tmp_path.iterdir()) == []


def whole_file() -> bytes:
    file = io.BytesIO()
    structure = json.dumps({**GOOD, "layers": [DENSE, {"kind": "Dropout", "rate": 0.5}]})
    np.savez(file, structure=structure, parameters=np.zeros(3))
    return file.getvalue()


WHOLE = whole_file()
fuzzed = settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])


@fuzzed
@given(length=st.integers(0, len(WHOLE) - 1))
def test_a_truncated_file_is_refused(tmp_path: Path, length: int) -> None:
    (tmp_path / "x.npz").write_bytes(WHOLE[:length])
    with pytest.raises(nn.InputValueError):
        load(tmp_path / "x.npz")


@fuzzed
@given(
    changes=st.lists(
        st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(1, 255)), min_size=1, max_size=4
    )
)
def test_a_changed_file_is_refused_or_harmless(
    tmp_path: Path, changes: list[tuple[int, int]]
) -> None:
    damaged = bytearray(WHOLE)
    for place, flip in changes:
        damaged[place] ^= flip
    (tmp_path / "x.npz").write_bytes(damaged)
    try:
        network = load(tmp_path / "x.npz")
    except nn.InputValueError:
        return
    assert network.parameter_count == 3  # the change hit a part that zip files do not check


@fuzzed
@given(noise=st.binary(max_size=300))
def test_noise_is_refused(tmp_path: Path, noise: bytes) -> None:
    (tmp_path / "x.npz").write_bytes(noise)
    with pytest.raises(nn.InputValueError):
        load(tmp_path / "x.npz")
