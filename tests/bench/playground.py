"""Prints how fast the playground trains beside tensorflow/playground, in Node and in Chromium.

`python tests/bench/playground.py nn.js` takes src/nn.ts of tensorflow/playground, compiled to the
language that its own build compiles to: `tsc --target es5 --module es2015 src/nn.ts`. Without it,
our own speed is printed alone.
"""

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests/browser"))

from static_server import serving  # noqa: E402  (its folder is no package)
from visits import browsing  # noqa: E402

from guide.publishing.typesetting.katex import node  # noqa: E402

STEPS = "tests/bench/playground_steps.js"
CLOCK = "const clock = () => performance.now();"
CONTEST = """
const { contest, difference, ours, theirs } = await import(%s);
const text = %s;
if (text === null) return { rounds: contest([ours()], clock) };
const nn = await import(`data:text/javascript,${encodeURIComponent(text)}`);
return { difference: difference(nn), rounds: contest([ours(), theirs(nn)], clock) };
"""


def in_node(peer: str | None) -> dict[str, Any]:
    """Return what Node finds."""
    body = CONTEST % (json.dumps((ROOT / STEPS).as_uri()), json.dumps(peer))
    script = (
        "const clock = () => process.cpuUsage().user / 1000;"  # what others run does not count
        f"const run = async () => {{{body}}}; console.log(JSON.stringify(await run()));"
    )
    command = [str(node()), "--no-warnings", "--input-type=module", "-"]
    found: dict[str, Any] = json.loads(
        subprocess.check_output(command, input=script, encoding="utf-8")
    )
    return found


def in_chromium(peer: str | None) -> dict[str, Any]:
    """Return what a page finds."""

    async def session() -> dict[str, Any]:
        async with browsing() as browser:
            page = await browser.new_page()
            await page.route("**/favicon.ico", lambda route: route.abort())
            await page.goto(f"{served.origin}/{STEPS}")
            body = CONTEST % (json.dumps(f"/{STEPS}"), json.dumps(peer))
            found: dict[str, Any] = await page.evaluate(f"async () => {{{CLOCK}{body}}}")
            return found

    with serving(ROOT) as served:
        return asyncio.run(session())


def main() -> None:
    """Run both, and print the fastest round of each contestant: others only ever take time away."""
    peer = Path(sys.argv[1]).read_text(encoding="utf-8") if len(sys.argv) > 1 else None
    for place, run in (("Node", in_node), ("Chromium", in_chromium)):
        found = run(peer)
        ours, *others = map(max, zip(*found["rounds"], strict=True))
        line = f"{place}: {ours:,.0f} steps per second"
        for theirs in others:
            line += f", tensorflow/playground {theirs:,.0f}: {ours / theirs:.2f} times as many"
            line += f"; outputs after 50 epochs differ by {found['difference']:.0e}"
        print(line)


if __name__ == "__main__":
    main()
