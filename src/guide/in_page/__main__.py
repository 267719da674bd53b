"""The command behind `make test-wasm`: what does a reader's browser print otherwise?

All blocks run in WebAssembly, in one process. Those of chapters must print what stands in them,
those of labs what they print natively.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from guide.errors import PublishingError
from guide.files import read_text, write_atomically
from guide.in_page.blocks import Block, blocks_of
from guide.in_page.session import RUNNER, Ran
from guide.machines.wasm import in_wasm, is_here
from guide.publishing.project import HERE

Runs = Mapping[str, list[Ran]]
_SESSION = ["-m", "guide.in_page.session"]


def main() -> int:
    """Run everything and return the exit code: 0, or 1 with every difference on standard error."""
    if not is_here():
        sys.stderr.write("Python in WebAssembly is not installed: `make test-wasm` brings it.\n")
        return 1
    blocks = blocks_of(HERE)
    with tempfile.TemporaryDirectory() as scratch:
        wasm, native = _both(blocks, Path(scratch))
    faults = [*differences(blocks, wasm, native)]
    sys.stderr.writelines(f"{fault}\n" for fault in faults)
    count = sum(map(len, blocks.values()))
    sys.stdout.write(f"{count} run, {count - len(faults)} agree, {len(faults)} differ\n")
    return bool(faults)


def space_of(page: str) -> str:
    """Return the name of the space that the blocks of a page share, as the page itself has it."""
    return "lab" if page.endswith(".py") else "page"


def asked(blocks: Mapping[str, list[Block]]) -> str:
    """Return what to ask of a process: the space of each page, and its blocks."""
    pages = {
        page: (space_of(page), [(block.name, block.code) for block in found])
        for page, found in blocks.items()
    }
    return json.dumps(pages)


def differences(
    blocks: Mapping[str, list[Block]], wasm: Runs, native: Runs
) -> Iterator[PublishingError]:
    """Yield a fault for each block that does not print, or draw, what it should."""
    for page, found in blocks.items():
        for block, here, there in zip(found, wasm[page], native[page], strict=True):
            right = "\n".join(block.printed) if block.printed is not None else there["out"]
            if here["kind"] != "done":
                text = here["err"].strip().splitlines()[-1]
                yield PublishingError(
                    block.page, block.line, f"{block.name} fails in the page: {text}"
                )
            elif here["out"].rstrip("\n") != right.rstrip("\n"):
                yield _fault(block, here["out"], right)
            elif (here["err"], here["pictures"]) != (there["err"], there["pictures"]):
                yield _fault(
                    block, f"{here['err']}{here['pictures']}", f"{there['err']}{there['pictures']}"
                )


def _fault(block: Block, here: str, right: str) -> PublishingError:
    message = f"{block.name} shows in the page\n{here.rstrip()}\nand here\n{right.rstrip()}"
    return PublishingError(block.page, block.line, message)


def _both(blocks: Mapping[str, list[Block]], scratch: Path) -> tuple[Runs, Runs]:
    """Return what came of the blocks in WebAssembly, and natively."""
    place = scratch / "asked" / "asked.json"
    write_atomically(place, asked(blocks))
    results = [scratch / kind / "result.json" for kind in ("wasm", "native")]
    for result in results:
        result.parent.mkdir()
    commands = [
        in_wasm(_SESSION, place, results[0], [HERE.root / "src", RUNNER]),
        [sys.executable, *_SESSION, str(place), str(results[1])],
    ]
    with ThreadPoolExecutor() as both:
        for done in [*both.map(_started, commands)]:
            sys.stderr.write(done)
    wasm, native = (json.loads(read_text(result)) for result in results)
    return wasm, native


def _started(command: list[str]) -> str:
    """Run a command and return what it tells.

    Raises:
        RuntimeError: It fails; its own message stands in this one.
    """
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")  # noqa: S603  (our own command)
    if done.returncode:
        raise RuntimeError(f"{command[:4]} failed:\n{done.stdout[-2000:]}\n{done.stderr}")
    return done.stderr


if __name__ == "__main__":
    sys.exit(main())
