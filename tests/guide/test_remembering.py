"""What was computed once is computed again when something that matters changed, and only then."""

import pickle
import platform
import threading
from pathlib import Path

import numpy as np
import pytest

import nnbyhand
from guide import cache_folder, dependencies, remembering
from guide.dependencies import Dependency, Sources, UnknownDependencyError
from guide.errors import PublishingError
from guide.publishing.labs.runs import kept_in
from guide.publishing.project import Project
from guide.remembering import Memory, Work

FAULT = PublishingError("docs/a.md", 1, "does not hold")


class Task:
    """Counts how often it is done, and fails until it is mended."""

    def __init__(self, *behind: Dependency, arguments: tuple[object, ...] = ("key",)) -> None:
        self.times, self.fails = 0, False
        self.work = Work("numbers", behind or (nnbyhand,), arguments, self.compute)

    def compute(self) -> int:
        self.times += 1
        if self.fails:
            raise FAULT
        return 42


@pytest.fixture(autouse=True)
def one_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each test be a run of its own, which warns once."""
    cache_folder._warn_of_damage.cache_clear()  # noqa: SLF001  (what a new run begins without)
    monkeypatch.setattr(dependencies, "_first_read", {})


def test_a_result_is_computed_once_and_found_on_disk_and_in_memory(tmp_path: Path) -> None:
    task, memory = Task(), Memory(tmp_path)
    assert [memory.result(task.work), Memory(tmp_path).result(task.work)] == [42, 42]
    memory.place(task.work).unlink()
    assert memory.result(task.work) == 42
    assert task.times == 1
    assert Memory(tmp_path).result(task.work) == 42
    assert task.times == 2


def test_no_result_is_a_result(tmp_path: Path) -> None:
    calls: list[int] = []
    work: Work[None] = Work("kind", (nnbyhand,), (), lambda: calls.append(1))
    assert [Memory(tmp_path).result(work), Memory(tmp_path).result(work)] == [None, None]
    assert calls == [1]


def test_another_python_computes_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    task = Task()
    Memory(tmp_path).result(task.work)
    monkeypatch.setattr(platform, "python_version", lambda: "3.99.0")
    Memory(tmp_path).result(task.work)
    assert task.times == 2


def test_another_python_runs_the_labs_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lab = tmp_path / "docs/practice/lab.py"
    lab.parent.mkdir(parents=True)
    lab.write_text("print(1)\n", encoding="utf-8")
    before = kept_in(lab, Project(tmp_path))
    assert kept_in(lab, Project(tmp_path)) == before
    monkeypatch.setattr(platform, "python_version", lambda: "3.99.0")
    assert kept_in(lab, Project(tmp_path)) != before


@pytest.mark.parametrize(
    "other", [("key", "b"), ("keyb",), (("key",),), (b"key",), ("key", None), ("key", 1), ()]
)
def test_other_arguments_have_results_of_their_own(
    tmp_path: Path, other: tuple[object, ...]
) -> None:
    memory = Memory(tmp_path)
    places = {memory.place(Task(arguments=given).work) for given in (("key",), other)}
    assert len(places) == 2


def test_the_same_arguments_have_one_result(tmp_path: Path) -> None:
    given = [("a" + "b", (1.5, True, None), b"c") for _ in range(2)]
    assert len({Memory(tmp_path).place(Task(arguments=each).work) for each in given}) == 1


@pytest.mark.parametrize("argument", [[1], {"a": 1}, np.float64(1), np.ones(2), Path("a"), len])
def test_an_argument_that_may_change_unseen_is_an_error(tmp_path: Path, argument: object) -> None:
    with pytest.raises(UnknownDependencyError, match="could change and still look the same"):
        Memory(tmp_path).result(Task(arguments=("key", ("in", argument))).work)


def test_work_behind_which_nothing_stands_is_an_error(tmp_path: Path) -> None:
    work = Work("kind", (), ("key",), lambda: 42)
    with pytest.raises(UnknownDependencyError, match="nothing stands behind 'kind'"):
        Memory(tmp_path).result(work)


@pytest.mark.parametrize("unknown", ["guide.dependencies", Path("typo.py")])
def test_a_dependency_that_is_renamed_or_named_by_text_is_an_error(
    tmp_path: Path, unknown: Dependency
) -> None:
    task = Task(nnbyhand, unknown)
    for ask in (Memory(tmp_path).result, Memory(tmp_path).settled, Memory(tmp_path).settle):
        with pytest.raises(UnknownDependencyError):
            ask(task.work)
    assert task.times == 0


def test_a_file_that_changes_is_followed_by_the_next_build(tmp_path: Path) -> None:
    file = tmp_path / "data.csv"
    file.write_text("1,2\n", encoding="utf-8")
    task = Task(nnbyhand, file)
    for _ in range(2):
        Memory(tmp_path).result(task.work)
    assert task.times == 1
    file.write_text("1,3\n", encoding="utf-8")
    for _ in range(2):
        Memory(tmp_path).result(task.work)
    assert task.times == 2


def test_what_an_edited_module_would_not_do_is_not_kept(tmp_path: Path) -> None:
    """The process runs what it has loaded; its result must not be found under the new source."""
    module = tmp_path / "src/guide/a.py"
    module.parent.mkdir(parents=True)
    module.write_text("A = 1\n", encoding="utf-8")
    task = Task(module)

    def memory() -> Memory:
        return Memory(tmp_path, Sources(tmp_path / "src"))

    memory().result(task.work)
    module.write_text("A = 2\n", encoding="utf-8")
    edited = memory()
    assert [edited.result(task.work), edited.result(task.work)] == [42, 42]
    assert task.times == 2
    memory().result(task.work)
    assert task.times == 3
    dependencies._first_read.clear()  # noqa: SLF001  (as in another process)
    memory().result(task.work)
    memory().result(task.work)
    assert task.times == 4


def test_a_fault_is_kept_where_somebody_settles_it_and_raised_where_not(tmp_path: Path) -> None:
    task = Task()
    task.fails = True
    assert Memory(tmp_path).settled(task.work) is None
    with pytest.raises(PublishingError):
        Memory(tmp_path).result(task.work)
    assert Memory(tmp_path).settled(task.work) is None
    Memory(tmp_path).settle(task.work)
    assert str(Memory(tmp_path).settled(task.work)) == str(FAULT)
    memory = Memory(tmp_path)
    assert str(memory.settled(task.work)) == str(FAULT)
    task.fails = False
    assert memory.result(task.work) == 42
    assert [memory.settled(task.work), Memory(tmp_path).settled(task.work)] == [42, 42]
    assert task.times == 3


@pytest.mark.parametrize(
    "damage", [b"", b"not a pickle", b"\x80\x05cnowhere\nnothing\n.", pickle.dumps(42)]
)
def test_a_damaged_result_is_computed_again_after_one_warning(
    tmp_path: Path, damage: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    tasks = [Task(arguments=(number,)) for number in range(2)]
    for task in tasks:
        place = Memory(tmp_path).place(task.work)
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(damage)
        assert Memory(tmp_path).settled(task.work) is None
        assert Memory(tmp_path).result(task.work) == 42
        assert Memory(tmp_path).settled(task.work) == 42
    warning = capsys.readouterr().err
    assert warning.startswith(f"WARNING: a result in {tmp_path} is damaged; work goes on")
    assert warning.count("\n") == 1


def test_what_no_file_can_hold_is_held_by_the_process_until_another_of_its_kind_is(
    tmp_path: Path,
) -> None:
    one, other = (Work("locks", (nnbyhand,), (name,), threading.Lock) for name in "ab")
    lock = Memory(tmp_path).held(one)
    assert Memory(tmp_path).held(one) is lock
    assert Memory(tmp_path).held(other) is not lock
    assert Memory(tmp_path).held(one) is not lock
    assert list(tmp_path.iterdir()) == []


def test_another_process_gets_the_folder_and_reads_sources_itself(tmp_path: Path) -> None:
    task, memory = Task(), Memory(tmp_path)
    memory.result(task.work)
    handed = pickle.loads(pickle.dumps(memory))
    assert handed.folder == tmp_path
    assert len(pickle.dumps(memory)) < 1000
    assert handed.settled(task.work) == 42
    assert handed.place(task.work) == memory.place(task.work)


def test_results_are_kept_in_the_folder_of_choice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIDE_CACHE", "elsewhere/cache")
    Project(tmp_path).memory.result(Task().work)
    assert [path.name for path in tmp_path.iterdir()] == ["elsewhere"]
    assert list((tmp_path / "elsewhere/cache/numbers").glob("*.pickle"))


def test_the_label_of_work_begins_the_name_of_its_file(tmp_path: Path) -> None:
    work = Task().work._replace(label="iris-")
    assert Memory(tmp_path).place(work).name.startswith("iris-")
    assert remembering.loaded_memory(tmp_path).place(work) == Memory(tmp_path).place(work)
