"""Python in the page starts, runs, stops, and says what is the matter where it cannot."""

import asyncio
import re
import subprocess
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import firefox
import pytest
from playwright.async_api import Page
from python_site import copied, flip_a_bit, make_site, put_stand_in, write
from static_server import Served, serving
from visits import browsing

from guide.publishing.project import HERE
from guide.publishing.python.packages import OFFERED, Packages
from guide.publishing.python.runtime import FOLDER
from guide.publishing.typesetting.katex import node

BELOW = "/guide/"
Reading = Callable[[Page, Served], Awaitable[None]]
DECISIONS = Path(__file__).with_name("python_runtime.test.mjs")
LOOPS = {
    "while": "while True:\n    pass",
    "exec": "exec('while True: pass')",
    "key of a sort": "def key(x):\n    while True:\n        pass\nsorted([2, 1], key=key)",
    "generator": "def count():\n    while True:\n        yield 1\nsum(count())",
    "comprehension": "import itertools\n[None for _ in itertools.count() if False]",
    "nested": "def inner():\n    while True:\n        pass\ndef outer():\n    inner()\nouter()",
    "catches all": "while True:\n    try:\n        1 / 0\n    except Exception:\n        pass",
    "sleeps": "import time\ntime.sleep(1e6)",
    "sleeps a little": "import time\nwhile True:\n    time.sleep(0.2)",
}
UNSTOPPABLE = "import itertools\nsum(itertools.repeat(0))"  # no line of Python is in this loop


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("python") / "site"
    make_site(folder)
    return folder


def read(site: Path, reading: Reading, *flags: str, host: str = "127.0.0.1") -> None:
    """Open a page with Python, and do what `reading` says."""

    async def session() -> None:
        async with browsing(*flags) as browser:
            page = await (await browser.new_context()).new_page()
            faults: list[str] = []
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.on("console", lambda message: faults.append(message.text))
            await opened(page, served)
            await reading(page, served)
            assert [fault for fault in faults if "Content Security" in fault] == []

    with serving(site, below=BELOW) as served:
        served.origin = served.origin.replace("127.0.0.1", host)
        asyncio.run(session())


async def opened(page: Page, served: Served, path: str = "") -> None:
    await page.goto(f"{served.origin}{BELOW}{path}")
    await page.wait_for_selector("html[data-mounted]", state="attached")


async def run(page: Page, code: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    found: dict[str, Any] = await page.evaluate("([code, more]) => run(code, more)", [code, more])
    return found


async def works(page: Page) -> bool:
    """Tell whether a run comes to its end: the button is of use again."""
    found = await run(page, "print('well')")
    return (found["kind"], found["out"]) == ("done", "well\n")


async def begun(page: Page, code: str) -> None:
    """Start code and wait until it runs; what comes of it is in `window.outcome`."""
    await page.evaluate(
        """(code) => new Promise((onStart) => {
          window.outcome = run(code, { handlers: { onStart } });
        })""",
        code,
    )


def test_nothing_of_python_comes_before_the_first_run(site: Path) -> None:
    async def reading(page: Page, served: Served) -> None:
        facts = await page.evaluate("runtime.facts()")
        assert not await page.evaluate("runtime.isAllowed()")
        await page.evaluate("runtime.prepare()")
        asked = [path.removeprefix(BELOW) for path, _ in served.sent if FOLDER in path]
        assert asked == [f"{FOLDER}/runtime.json"]
        assert names_of(facts) == ["Python", "NumPy", "nnbyhand"]
        assert 9e6 < sum(file["bytes"] for file in facts["files"]) < 10e6
        hosts = [served.origin.removeprefix("http://"), "127.0.0.1:9"]
        assert list(dict.fromkeys(file["from"] for file in facts["files"])) == hosts
        assert facts["more"] == []
        plots = {"code": "import matplotlib.pyplot as plt"}
        more = await page.evaluate("(task) => runtime.facts(task)", plots)
        assert names_of(more) == [*names_of(facts), "Matplotlib"]
        assert names_of({"files": more["more"]}) == ["Python", "NumPy", "Matplotlib"]
        assert await works(page)
        more = await page.evaluate("(task) => runtime.facts(task)", plots)
        assert names_of({"files": more["more"]}) == ["NumPy", "Matplotlib"]
        assert more["more"] == [more["files"][1], more["files"][-1]]

    read(site, reading)


def names_of(facts: dict[str, Any]) -> list[str]:
    """Return the names of files that readers are told of, without their versions."""
    return [file["name"].split()[0] for file in facts["files"]]


def test_code_runs_and_what_it_does_reaches_the_page(site: Path) -> None:
    async def reading(page: Page, served: Served) -> None:
        first = await run(page, "import sys\nprint('out')\nprint('err', file=sys.stderr)\n6 * 7")
        assert (first["kind"], first["out"], first["err"]) == ("done", "out\n42\n", "err\n")
        assert first["isStarted"]
        check_progress(first["progress"])
        sent = sum(size for path, size in served.sent if FOLDER in path and "?" not in path)
        assert first["progress"][-1]["total"] <= sent
        assert (await run(page, "a = 1"))["stateKept"]
        assert (await run(page, "a"))["out"] == "1\n"
        assert (await run(page, "a", space="other"))["kind"] == "error"
        task = {"code": "print(a, b)", "name": "x", "space": "other", "earlier": ["a = 1"]}
        assert await page.evaluate("(task) => runtime.missing(task)", task) == ["a"]
        await page.evaluate("runtime.reset('page')")
        lost = await run(page, "x = 1\na", name="neuron, block 3")
        assert (lost["kind"], lost["line"]) == ("error", 2)
        assert 'File "neuron, block 3", line 2' in lost["traceback"]
        assert "/lib/python" not in lost["traceback"]
        image = "class Drawn:\n    def _repr_svg_(self):\n        return '<svg></svg>'\nDrawn()"
        assert [found["svg"] for found in (await run(page, image))["images"]] == ["<svg></svg>"]

    read(site, reading)


def test_a_start_compiles_no_module(site: Path) -> None:
    code = """import sys
specs = [getattr(module, "__spec__", None) for module in sys.modules.values()]
files = [spec.origin for spec in specs if spec and spec.has_location]  # the rest is built in
print(sum(file.endswith(".pyc") for file in files))
print([file for file in files if file.endswith(".py")])"""

    async def reading(page: Page, _: Served) -> None:
        count, compiled = (await run(page, code))["out"].splitlines()
        assert int(count) > 100
        assert compiled == "[]"

    read(site, reading)


def check_progress(progress: list[dict[str, Any]]) -> None:
    loaded = [each["loaded"] for each in progress]
    assert loaded == sorted(loaded)
    assert loaded[0] < loaded[-1]  # at most ten a second are told
    assert loaded[-1] == progress[-1]["total"] > 6e6
    assert {each["what"].split()[0] for each in progress} == {"Python"}


TROUBLE = {
    "a flood": "for i in range(10**5):\n    print(i)",
    "a long text": "'x' * 10**7",
    "a long line": "print('x' * 10**7)",
    "recursion": "def f(n):\n    return f(n + 1)\nf(0)",
    "deep nesting": "x = []\nfor _ in range(10**5):\n    x = [x]\nrepr(x)",
    "input": "input('Your name? ')",
    "torch": "import torch",
    "memory": "x = [bytearray(10**9) for _ in range(9)]",
    "leaving": "import sys\nsys.exit(3)",
    "an abort": "import os\nos.abort()",
    "a thread": "import threading\nthreading.Thread(target=print).start()",
    "a bad line": "print('a'",
}
ENDED = ("deep nesting", "an abort")  # then Python itself is gone


def test_trouble_is_said_and_the_next_run_works(site: Path) -> None:
    async def reading(page: Page, _: Served) -> None:
        for name, code in TROUBLE.items():
            found = await run(page, code)
            assert len(found["out"]) + len(found["err"]) < 110_000, name
            assert found["messages"] < 200, name
            if name in ENDED:
                assert (found["kind"], found["stateKept"]) == ("failed", False)
                assert "ended unexpectedly" in found["message"]
            elif name not in {"a flood", "a long text", "a long line"}:
                assert found["kind"] == "error", name
                assert found["traceback"], name
            else:
                assert found["kind"] == "done", name
            assert await works(page), name

    read(site, reading)


def test_one_run_at_a_time_in_order(site: Path) -> None:
    async def reading(page: Page, _: Served) -> None:
        found = await page.evaluate(
            """async () => {
              const ended = [];
              const control = new AbortController();
              const one = run("print(1)").then((found) => (ended.push(1), found));
              const two = run("print(2)").then((found) => (ended.push(2), found));
              const back = run("print(3)", { handlers: { signal: control.signal } })
                .then((found) => (ended.push(3), found));
              control.abort();
              return { found: await Promise.all([one, two, back]), ended };
            }"""
        )
        one, two, back = found["found"]
        assert found["ended"] == [3, 1, 2]
        assert (one["out"], two["out"], back["out"]) == ("1\n", "2\n", "")
        assert ("isQueued" in one, two["isQueued"]) == (False, True)
        assert (back["kind"], back["stateKept"]) == ("stopped", True)
        await begun(page, "while True: pass")
        late = page.evaluate("run('print(4)')")
        stopping = asyncio.create_task(late)
        await asyncio.sleep(0)
        await page.evaluate("new Promise((go) => setTimeout(go)).then(() => runtime.stop())")
        assert (await stopping)["kind"] == "stopped"
        assert await works(page)

    read(site, reading)


def test_every_loop_stops_and_variables_stay(site: Path) -> None:
    async def reading(page: Page, _: Served) -> None:
        await run(page, "kept = 'kept'")
        for name, code in LOOPS.items():
            await begun(page, code)
            assert await page.evaluate("runtime.stop()") == {"stateKept": True}, name
            outcome = await page.evaluate("outcome")
            assert (outcome["kind"], outcome["stateKept"]) == ("stopped", True), name
            assert (await run(page, "kept"))["out"] == "'kept'\n", name
        await begun(page, UNSTOPPABLE)
        assert await page.evaluate("runtime.stop()") == {"stateKept": False}
        assert (await page.evaluate("outcome"))["stateKept"] is False
        assert (await run(page, "kept"))["kind"] == "error"

    read(site, reading)


def test_what_is_written_comes_while_code_runs(site: Path) -> None:
    async def reading(page: Page, _: Served) -> None:
        await page.evaluate(
            """() => new Promise((seen) => {
              const code = "print(1)\\nprint(2)\\nwhile True: pass";
              let text = "";
              const onOutput = (piece) => {
                text += piece.text;
                if (text === "1\\n2\\n") seen();
              };
              window.outcome = run(code, { handlers: { onOutput } });
            })"""
        )
        await page.evaluate("runtime.stop()")

    read(site, reading)


def test_a_start_can_be_stopped(site: Path) -> None:
    async def reading(page: Page, _: Served) -> None:
        stopped = await page.evaluate(
            """async () => {
              const hears = Promise.withResolvers();
              const found = run("1", { handlers: { onProgress: hears.resolve } });
              await hears.promise;
              return [await runtime.stop(), await found];
            }"""
        )
        assert stopped[0] == {"stateKept": True}
        assert (stopped[1]["kind"], stopped[1]["stateKept"]) == ("stopped", True)
        assert await works(page)

    read(site, reading)


def test_a_python_that_ends_by_itself_is_missed(site: Path) -> None:
    async def reading(page: Page, _: Served) -> None:
        await run(page, "a = 1")
        found = await run(page, "import js\njs.close()\nwhile True: pass")
        assert (found["kind"], found["stateKept"]) == ("failed", False)
        assert "ended unexpectedly" in found["message"]
        assert await works(page)

    read(site, reading)


def test_a_page_in_the_background_goes_on(site: Path) -> None:
    async def reading(page: Page, served: Served) -> None:
        await run(page, "1")
        await begun(page, "import time\ntime.sleep(0.3)\nprint('through')")
        other = await page.context.new_page()
        await opened(other, served)
        await other.bring_to_front()
        assert (await page.evaluate("outcome"))["out"] == "through\n"
        tools = await page.context.new_cdp_session(page)
        await begun(page, "for i in range(10**6):\n    i\nprint('through')")
        await tools.send("Page.setWebLifecycleState", {"state": "frozen"})
        await tools.send("Page.setWebLifecycleState", {"state": "active"})
        assert (await page.evaluate("outcome"))["out"] == "through\n"

    read(site, reading)


def test_a_later_visit_needs_no_network_and_can_be_undone(site: Path) -> None:
    async def reading(page: Page, served: Served) -> None:
        await page.evaluate("runtime.allow()")
        assert await works(page)
        await page.evaluate("navigator.serviceWorker.ready")
        await until_kept(page)
        await opened(page, served, "second/")
        served.sent.clear()
        assert await works(page)
        big = [(path, size) for path, size in served.sent if size > 50_000]
        assert big == []
        served.answers = False
        await opened(page, served, "second/")
        assert await page.evaluate("runtime.isAllowed()")
        assert await works(page)
        await opened(page, served)
        assert await works(page)
        await page.evaluate("runtime.forget()")
        assert await page.evaluate("runtime.keptBytes()") == 0
        assert not await page.evaluate("runtime.isAllowed()")
        await until(
            page, "navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)"
        )
        found = await run(page, "1")
        assert found["kind"] == "failed"
        assert "could not be fetched from this site" in found["message"]
        served.answers = True
        assert await works(page)

    read(site, reading)


async def until_kept(page: Page, package: str = "") -> None:
    """Wait until the browser keeps the engine, and the wheel of a package that a run fetched."""
    await until(
        page,
        """(async () => {
          const [name] = await caches.keys();
          const kept = name ? await (await caches.open(name)).keys() : [];
          const isEngine = ({ url }) => url.includes("pyodide.asm.mjs?");
          const isPackage = ({ url }) => url.includes("PACKAGE");
          const areThere = kept.some(isEngine) && kept.some(isPackage);
          return areThere && (await runtime.keptBytes()) > 13e6;
        })()""".replace("PACKAGE", package),
    )


async def until(page: Page, promised: str) -> None:
    """Wait until what an expression promises is true: `wait_for_function` does not."""
    again = "await new Promise((go) => setTimeout(go, 50))"
    async with asyncio.timeout(60):
        await page.evaluate(f"async () => {{ while (!(await {promised})) {again}; }}")


BROKEN = {
    "the list": ("runtime.json", "is not there: this site answered 404"),
    "a script": ("pyodide.mjs", "is not there: this site answered 404"),
    "the machine": ("pyodide.asm.wasm", "is not there: this site answered 404"),
    "the library": ("python_stdlib.zip", "is not there: this site answered 404"),
    "the runner": ("runner.zip", "is not there: this site answered 404"),
}
TAMPERED = ("pyodide.asm.wasm", "python_stdlib.zip", "runner.zip")


@pytest.mark.parametrize("what", BROKEN)
def test_a_missing_file_is_named_until_it_is_there(site: Path, tmp_path: Path, what: str) -> None:
    name, said = BROKEN[what]
    here = copied(site, tmp_path / "site")
    file = here / FOLDER / name
    file.unlink()

    async def reading(page: Page, _: Served) -> None:
        found = await run(page, "1")
        assert (found["kind"], found["stateKept"]) == ("failed", True)
        assert found["message"].startswith(f"{name} {said}")
        file.hardlink_to(site / FOLDER / name)
        assert await works(page)

    read(here, reading)


@pytest.mark.parametrize("name", TAMPERED)
def test_another_file_than_the_one_meant_is_not_used(site: Path, tmp_path: Path, name: str) -> None:
    here = copied(site, tmp_path / "site")
    flip_a_bit(here / FOLDER / name)

    async def reading(page: Page, _: Served) -> None:
        found = await run(page, "1")
        assert found["kind"] == "failed"
        assert f"as {name} is not the file that this site means" in found["message"]

    read(here, reading)


def test_packages_come_from_elsewhere_are_compared_and_can_fail(site: Path, tmp_path: Path) -> None:
    here, held = copied(site, tmp_path / "site"), tmp_path / "held"
    held.mkdir()
    (held / "404.html").write_text("not here", encoding="utf-8")
    use = "import numpy as np\nnp.answer"
    with serving(held, headers={"Access-Control-Allow-Origin": "*"}) as elsewhere:
        wheel = put_stand_in(here, held, elsewhere.origin)
        content = wheel.read_bytes()

        async def reading(page: Page, served: Served) -> None:
            assert await works(page)
            assert elsewhere.sent == []
            wheel.unlink()
            found = await run(page, use)
            assert (found["kind"], found["stateKept"]) == ("failed", True)
            assert "answered 404" in found["message"]
            wheel.write_bytes(content)
            flip_a_bit(wheel)
            found = await run(page, use)
            host = elsewhere.origin.removeprefix("http://")
            assert f"What came from {host} as NumPy 2.4.6 is not" in found["message"]
            wheel.write_bytes(content)
            found = await run(page, use)
            assert (found["kind"], found["out"]) == ("done", "42\n")
            assert (await run(page, "import wadler_lindig"))["kind"] == "done"
            await until_kept(page, wheel.name)
            elsewhere.answers = False
            await opened(page, served, "second/")
            assert (await run(page, use))["out"] == "42\n"

        read(here, reading)


def test_an_unreachable_package_leaves_the_rest_of_use(site: Path) -> None:
    async def reading(page: Page, _: Served) -> None:
        found = await run(page, "import numpy")
        assert found["kind"] == "failed"
        assert found["message"].startswith("NumPy 2.4.6 could not be fetched from 127.0.0.1:9")
        assert await works(page)

    read(site, reading)


def test_a_page_in_place_of_the_list_is_no_list(site: Path, tmp_path: Path) -> None:
    here = copied(site, tmp_path / "site")
    write(here / FOLDER / "runtime.json", b"<html>Log in</html>")

    async def reading(page: Page, _: Served) -> None:
        found = await run(page, "1")
        assert found["kind"] == "failed"
        assert found["message"].startswith("runtime.json came, but could not be used")

    read(here, reading)


def test_offline_at_first_use(site: Path) -> None:
    async def reading(page: Page, _: Served) -> None:
        await page.context.set_offline(True)
        found = await run(page, "1")
        assert found["kind"] == "failed"
        assert "this browser is offline" in found["message"]
        await page.context.set_offline(False)
        assert await works(page)

    read(site, reading)


def test_a_browser_without_webassembly_is_told_so(site: Path) -> None:
    async def reading(page: Page, served: Served) -> None:
        await page.add_init_script("delete self.WebAssembly")
        await opened(page, served)
        found = await run(page, "1")
        assert found["kind"] == "failed"
        assert "no WebAssembly" in found["message"]

    read(site, reading)


def test_where_code_cannot_be_suspended_stop_ends_python(site: Path, tmp_path: Path) -> None:
    here = copied(site, tmp_path / "site")
    worker = here / "javascripts/python/worker.js"
    without = "delete WebAssembly.Suspending;\ndelete WebAssembly.promising;\n"
    write(worker, without.encode() + worker.read_bytes())

    async def reading(page: Page, _: Served) -> None:
        await run(page, "a = 1")
        assert (await run(page, "a"))["out"] == "1\n"
        await begun(page, "while True: pass")
        assert await page.evaluate("runtime.stop()") == {"stateKept": False}
        outcome = await page.evaluate("outcome")
        assert (outcome["kind"], outcome["stateKept"]) == ("stopped", False)
        assert await works(page)

    read(here, reading)


def test_numpy_and_the_package_run(tmp_path: Path) -> None:
    packages = Packages(HERE, "http://127.0.0.1:9/")
    [numpy] = packages.needed(OFFERED[0])
    if packages.content(numpy) is None:
        pytest.skip(f"{numpy.file} is not at hand: `make vendor-python` fetches it")
    make_site(tmp_path / "site")

    async def reading(page: Page, served: Served) -> None:
        found = await run(page, "import nnbyhand as nn\nprint(nn.sigmoid(0.0))")
        assert (found["kind"], found["out"]) == ("done", "0.5\n")
        assert f"{BELOW}{FOLDER}/packages/{numpy.file}" in [path for path, _ in served.sent]

    read(tmp_path / "site", reading)


def test_decisions_without_a_page() -> None:
    command = [str(node()), "--no-warnings", "--test", str(DECISIONS)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
    assert re.search(r"pass [1-9]\d", done.stdout), done.stdout


def test_without_a_secure_connection_the_browser_compares(site: Path, tmp_path: Path) -> None:
    here = copied(site, tmp_path / "site")

    async def reading(page: Page, served: Served) -> None:
        assert not await page.evaluate("isSecureContext")
        assert await works(page)
        assert await page.evaluate("runtime.keptBytes()") == 0
        flip_a_bit(here / FOLDER / "runner.zip")
        await opened(page, served, "second/")
        found = await run(page, "1")
        assert found["kind"] == "failed"
        assert "runner.zip is not the file that this site means" in found["message"]

    host = "guide.test"
    read(here, reading, f"--host-resolver-rules=MAP {host} 127.0.0.1", host=host)


@pytest.mark.skipif(
    firefox.FOUND is None, reason=f"Firefox is not at hand: PATH has none of {firefox.NAMES}"
)
def test_in_firefox(site: Path) -> None:
    ask = "return run(arguments[0]).then((found) => JSON.parse(JSON.stringify(found)))"
    stop = """const begun = new Promise((onStart) => {
        window.outcome = run(arguments[0], { handlers: { onStart } });
      });
      return begun.then(() => runtime.stop())"""
    with (
        serving(site, below=BELOW) as served,
        firefox.browsing(str(firefox.FOUND)) as browser,
    ):
        browser.goto(served.origin + BELOW)
        first = browser.run(ask, "kept = 'kept'\nprint('out')\n6 * 7")
        assert (first["kind"], first["out"]) == ("done", "out\n42\n")
        check_progress(first["progress"])
        for name, code in LOOPS.items():
            assert browser.run(stop, code) == {"stateKept": True}, name
            assert browser.run(ask, "kept")["out"] == "'kept'\n", name
        assert browser.run(stop, UNSTOPPABLE) == {"stateKept": False}
        assert browser.run(ask, "import numpy")["kind"] == "failed"
        browser.until("return runtime.keptBytes().then((kept) => kept > 13e6)")
        browser.until("return navigator.serviceWorker.ready.then(() => true)")
        browser.goto(f"{served.origin}{BELOW}second/")
        assert browser.run(ask, "6 * 7")["out"] == "42\n"
        served.answers = False
        browser.goto(f"{served.origin}{BELOW}second/")
        assert browser.run(ask, "6 * 7")["out"] == "42\n"
        assert browser.complaints(served.origin) == []
