"""Prints Lighthouse's mobile scores for home and every chapter of the built site.

Lighthouse is fetched by npm when it is first asked for; `make check` does not need it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import chromium
from static_server import serving
from visits import ROOT, SITE, pages

VERSION = "12.8.2"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = " ".join(["--headless=new", *chromium.FLAGS])


def report(address: str) -> dict[str, Any]:
    """Return Lighthouse's report on the page at this address."""
    flags = f"{FLAGS} --no-sandbox" if chromium.is_root() else FLAGS
    npx = Path(sys.executable).with_name("npx")
    command = [str(npx), "--yes", f"lighthouse@{VERSION}", address, "--output=json", "--quiet"]
    answer = subprocess.run(
        [*command, f"--chrome-flags={flags}"],
        check=True,
        cwd=ROOT,
        env={**os.environ, "CHROME_PATH": str(chromium.find())},
        stdout=subprocess.PIPE,
    )
    return json.loads(answer.stdout)  # type: ignore[no-any-return]


def main() -> None:
    """Print one row for each page."""
    print(f"{'page':32}" + "".join(f"{name:>16}" for name in (*CATEGORIES, "shift", "kB")))
    with serving(SITE) as served:
        for path in [path for path in pages() if path == "/" or path.startswith("/learn/")]:
            found = report(served.origin + path)
            scores = [100 * found["categories"][name]["score"] for name in CATEGORIES]
            shift = found["audits"]["cumulative-layout-shift"]["numericValue"]
            size = found["audits"]["total-byte-weight"]["numericValue"] / 1000
            row = "".join(f"{score:16.0f}" for score in scores)
            print(f"{path:32}{row}{shift:16.3f}{size:16.0f}", flush=True)


if __name__ == "__main__":
    main()
