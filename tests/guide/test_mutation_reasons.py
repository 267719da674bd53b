"""The mutation tests take a reason for the survivors that it is about, and for no other."""

import importlib.util
import re
import subprocess
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

FOLDER = Path(__file__).parents[1] / "mutation"
ENTRIES = tomllib.loads((FOLDER / "survivors.toml").read_text(encoding="utf-8"))["survivor"]
PATTERN = r"(.*)\.astype\(np\.float64\)(.*) -> \1\.astype\(None\)\2"
DIFF = """\
--- src/nnbyhand/scaling.py
+++ src/nnbyhand/scaling.py
@@ -1,3 +1,3 @@
 def wide(z):
-    wide = z.astype(np.float64)
+    wide = z.astype(None)
     return wide
"""
CHANGE = {"out": "wide = z.astype(np.float64)", "put": "wide = z.astype(None)"}


@pytest.fixture(scope="module")
def survivors() -> ModuleType:
    spec = importlib.util.spec_from_file_location("survivors", FOLDER / "survivors.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_diff_is_read_without_its_head(survivors: ModuleType) -> None:
    assert survivors.change_in(DIFF) == CHANGE


@pytest.mark.parametrize(
    ("reason", "fits"),
    [
        (CHANGE, True),
        (CHANGE | {"put": "wide = z.astype(np.float32)"}, False),
        ({"pattern": PATTERN}, True),
        ({"pattern": r"wide = z\.astype\(np\.float64\)"}, False),  # only what is taken out
        ({"pattern": r"astype\(None\)"}, False),  # only a part
        ({"pattern": PATTERN.replace("None", "int")}, False),
    ],
)
def test_a_reason_fits_the_whole_change(
    survivors: ModuleType,
    reason: dict[str, str],
    fits: bool,  # noqa: FBT001
) -> None:
    assert survivors.explains(reason, CHANGE) is fits


@pytest.mark.parametrize(
    ("reasons", "result", "said"),
    [
        ([{"pattern": PATTERN}], 0, ""),
        ([], 1, "no reason given for scaling.x_1"),
        ([{"pattern": PATTERN}, {"out": "a", "put": "b"}], 1, "a reason for no survivor: a"),
        ([CHANGE, {"pattern": "old -> new"}], 1, "a reason for no survivor: old -> new"),
    ],
)
def test_survivors_need_reasons_and_reasons_survivors(  # noqa: PLR0913, PLR0917
    survivors: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    reasons: list[dict[str, str]],
    result: int,
    said: str,
) -> None:
    killed = "".join(f"    scaling.x_{n}: killed\n" for n in range(2, 21))
    printed = {"results": f"    scaling.x_1: survived\n{killed}", "show": DIFF}
    written = [
        "".join(f"{key} = '''{value}'''\n" for key, value in reason.items()) for reason in reasons
    ]
    file = tmp_path / "survivors.toml"
    file.write_text(
        "".join(f"[[survivor]]\n{entry}" for entry in written) or "survivor = []", encoding="utf-8"
    )
    monkeypatch.setattr(survivors, "REASONS", file)
    monkeypatch.setattr(survivors, "mutmut", lambda command, *_: printed[command])
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: None)
    assert survivors.main() == result
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.get("pattern", entry.get("put")))
def test_every_reason_is_a_sentence_about_one_change_or_family(entry: dict[str, Any]) -> None:
    assert set(entry) in ({"out", "put", "reason"}, {"pattern", "reason"})
    assert entry["reason"].endswith(".")
    if "pattern" in entry:
        assert " -> " in re.compile(entry["pattern"]).pattern
