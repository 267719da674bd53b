"""A small site with Python in its pages: the scripts and files of the real one, and no prose."""

import gzip
import hashlib
import io
import json
import os
import shutil
import zipfile
from pathlib import Path
from typing import Any

from guide.publishing.project import HERE
from guide.publishing.python.runtime import FOLDER, runtime_files
from guide.publishing.python.wheel import wheel
from guide.publishing.website.policy import with_policy

NOWHERE = "http://127.0.0.1:9/"  # the port of old that throws all away: nothing listens there
PAGES = ("", "second/")
# Runs code as a page does, and returns all that it heard with the outcome.
SCRIPT = """
import { runtime } from "ROOTjavascripts/python/runtime.js";
const listen = (heard) => ({
  onQueued: () => (heard.isQueued = true),
  onStart: () => (heard.isStarted = true),
  onProgress: (progress) => heard.progress.push(progress),
  onOutput: ({ stream, text }) => {
    heard.messages += 1;
    heard[stream] += text;
  },
  onImage: (image) => heard.images.push(image),
});
window.runtime = runtime;
window.run = async (code, { handlers, ...more } = {}) => {
  const heard = { out: "", err: "", messages: 0, progress: [], images: [] };
  const task = { code, name: "page, block 1", space: "page", earlier: [], ...more };
  const outcome = await runtime.run(task, { ...listen(heard), ...handlers });
  return { ...heard, ...outcome };
};
document.documentElement.dataset.mounted = "";
"""
STAND_IN = "numpy/__init__.py"


def make_site(folder: Path, packages: str = NOWHERE) -> None:
    """Write the site; wheels of compiled packages are said to be at the other address."""
    scripts = HERE.docs / "javascripts/python"
    shutil.copytree(scripts, folder / "javascripts/python", ignore=shutil.ignore_patterns("*.py"))
    shutil.copy(HERE.docs / "offline.js", folder)
    for name, content in {**runtime_files(HERE, packages), **wheel(HERE)}.items():
        write(folder / name, content)
    (folder / "404.html").write_text("not here", encoding="utf-8")
    for page in PAGES:
        script = SCRIPT.replace("ROOT", "../" * page.count("/") or "./")
        html = f'<!doctype html><meta charset="utf-8"><script type="module">{script}</script>'
        write(folder / page / "index.html", with_policy(html).encode())


def write(path: Path, content: bytes) -> None:
    """Write a file of the site, and change no other that shares its bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_bytes(content)


def copied(site: Path, folder: Path) -> Path:
    """Return a copy of a site, of which files can be replaced or taken away."""
    shutil.copytree(site, folder, copy_function=os.link)
    return folder


def flip_a_bit(path: Path) -> None:
    """Change a file as a fault on its way would."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    write(path, bytes(content))


def put_stand_in(site: Path, held: Path, origin: str) -> Path:
    """Let a small module take the place of NumPy, at another address; return its wheel.

    Args:
        site: The site.
        held: The folder of wheels.
        origin: Where that folder is served.
    """
    listed: dict[str, Any] = json.loads((site / FOLDER / "runtime.json").read_text("utf-8"))
    lock: dict[str, Any] = json.loads((site / FOLDER / "pyodide-lock.json").read_text("utf-8"))
    name: str = lock["packages"]["numpy"]["file_name"]
    made = _wheel(name, 'answer = 42\n__version__ = "2.4.6"\n')
    write(held / name, made)
    lock["packages"]["numpy"]["sha256"] = hashlib.sha256(made).hexdigest()
    changed = json.dumps(lock).encode()
    write(site / FOLDER / "pyodide-lock.json", changed)
    for file in (file for part in listed["parts"] for file in part["files"]):
        if file["name"] == "pyodide-lock.json":
            file.update(_told(changed))
        if file.get("package") == "numpy":
            file.update(_told(made), name=f"{origin}/{name}")
    write(site / FOLDER / "runtime.json", json.dumps(listed).encode())
    return held / name


def _told(content: bytes) -> dict[str, Any]:
    travels = len(gzip.compress(content, mtime=0))
    digest = hashlib.sha256(content).hexdigest()
    return {"size": len(content), "bytes": travels, "sha256": digest}


def _wheel(name: str, module: str) -> bytes:
    about = f"{'-'.join(name.split('-')[:2])}.dist-info"
    files = {
        STAND_IN: module,
        f"{about}/METADATA": "Metadata-Version: 2.1\nName: numpy\nVersion: 2.4.6\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\n",
        f"{about}/RECORD": "",
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path, text in files.items():
            archive.writestr(zipfile.ZipInfo(path), text)
    return made.getvalue()
