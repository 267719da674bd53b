"""The machines that can be tried here: kernels, vector code, threads, WebAssembly, simulations."""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

import numpy as np

from guide.machines.wasm import in_wasm, is_here
from guide.publishing.project import HERE

# From the oldest to the newest of each kind of processor, by the names that OpenBLAS gives them.
_KERNELS = {
    "x86_64": "Prescott Nehalem Sandybridge Haswell Zen SkylakeX Cooperlake Sapphirerapids",
    "aarch64": "ARMV8 CORTEXA53 CORTEXA57 NEOVERSEN1 NEOVERSEV1 NEOVERSEN2",
}
# A product as large as this is where a kernel breaks that a library took for the wrong processor.
_ASK = (
    "import numpy, threadpoolctl;"
    "ones = numpy.ones((512, 512));"
    "ones @ ones;"
    "print(*(pool.get('architecture', '') for pool in threadpoolctl.threadpool_info()))"
)
SIMULATED = 16


@dataclass(frozen=True)
class Machine:
    """A machine to compute on.

    Attributes:
        name: What reports call it.
        environment: The variables that make this machine one.
        seed: What its roundings are drawn from, for a simulated machine.
        wasm: Whether it is Python in WebAssembly.
    """

    name: str
    environment: Mapping[str, str] = field(default_factory=dict)
    seed: int | None = None
    wasm: bool = False

    def command(self, asked: Path, result: Path) -> list[str]:
        """Return the command that computes there.

        Args:
            asked: The file that says what to compute.
            result: The file to write, in a folder of its own kind.
        """
        if self.wasm:
            return _in_wasm(asked, result)
        seed = [] if self.seed is None else ["--seed", str(self.seed)]
        return [sys.executable, "-m", "guide.machines.printed", str(asked), str(result), *seed]


def all_machines() -> list[Machine]:
    """Return every machine that can be tried here, those that take longest first."""
    real = [
        _real(kernel, vector=vector, threads=threads)
        for vector, kernel, threads in product((False, True), kernels(), (1, 2))
    ]
    wasm = [Machine("WebAssembly", wasm=True)] if is_here() else []
    simulated = [
        Machine(f"simulated {n}", {"OPENBLAS_NUM_THREADS": "1"}, seed=n) for n in range(SIMULATED)
    ]
    return [*wasm, *simulated, *real]


def most_different() -> list[Machine]:
    """Return the oldest kernel without vector code, and the newest with it."""
    found = kernels()
    return [_real(found[0], vector=False, threads=1), _real(found[-1], vector=True, threads=2)]


def kernels() -> list[str]:
    """Return a name for each kernel that OpenBLAS takes here, oldest first; one without elsewhere.

    Asked for a kernel that the processor cannot run, or that shares its code with another, OpenBLAS
    takes the other.
    """
    names = _KERNELS.get(platform.machine().replace("AMD64", "x86_64"), "").split()
    found = {kernel: name for name in reversed(names) if (kernel := _taken(name))}
    return [*reversed(found.values())] or [""]


def _taken(kernel: str) -> str:
    """Return the kernel that NumPy's library takes when it is asked for this one, if it runs."""
    asked = subprocess.run(  # noqa: S603  (our own command)
        [sys.executable, "-c", _ASK],
        env={**os.environ, "OPENBLAS_CORETYPE": kernel},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if asked.returncode:
        sys.stderr.write(f"{kernel} does not run here (exit code {asked.returncode}).\n")
        return ""
    return asked.stdout.strip()


def _real(kernel: str, *, vector: bool, threads: int) -> Machine:
    # A thread that waits for more to multiply would else keep a core busy.
    environment = {"OPENBLAS_NUM_THREADS": str(threads), "OPENBLAS_THREAD_TIMEOUT": "4"}
    words = [kernel or platform.machine()]
    if kernel:
        environment["OPENBLAS_CORETYPE"] = kernel
    if not vector:
        environment["NPY_DISABLE_CPU_FEATURES"] = " ".join(_vector_code())
        words.append("without vector code")
    words.append(f"{threads} thread{'s' * (threads > 1)}")
    return Machine(", ".join(words), environment)


def _vector_code() -> list[str]:
    """Return the sets of vector instructions that NumPy found here and can do without."""
    built = np.show_config(mode="dicts")
    assert isinstance(built, dict), "NumPy was asked for a dictionary"
    found: list[str] = built.get("SIMD Extensions", {}).get("found", [])
    return found


def _in_wasm(asked: Path, result: Path) -> list[str]:
    without = shutil.ignore_patterns("__pycache__")
    snippets = HERE.root / "snippets"
    shutil.copytree(snippets, asked.parent / "snippets", ignore=without, dirs_exist_ok=True)
    return in_wasm(["-m", "guide.machines.printed"], asked, result, [HERE.root / "src"])
