"""Prints how fast the playground trains beside tensorflow/playground, in Node and in Chromium.

`python tests/bench/playground.py nn.js` takes the module `src/nn.ts` of a checkout of
tensorflow/playground, compiled to an ES module: `tsc --target es2017 --module es2015 src/nn.ts`.
Without one it prints our own speed alone.
"""

import asyncio
import json
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests/browser"))

from static_server import serving  # noqa: E402  (its folder is no package)
from visits import browsing  # noqa: E402

from guide.publishing.katex import node  # noqa: E402

STEPS = "tests/bench/playground_steps.js"
CONTEST = """
const { contest, difference, ours, stepsPerSecond } = await import(%s);
const text = %s;
if (text === null) {
  const trained = ours();
  stepsPerSecond(trained, 500);
  return { rounds: [1, 2, 3, 4, 5].map(() => ({ ours: stepsPerSecond(trained, 500) })) };
}
const nn = await import(`data:text/javascript,${encodeURIComponent(text)}`);
return { difference: difference(nn), rounds: contest(nn) };
"""


def in_node(peer: str | None) -> dict[str, Any]:
    """Return what Node finds."""
    body = CONTEST % (json.dumps((ROOT / STEPS).as_uri()), json.dumps(peer))
    script = f"const run = async () => {{{body}}}; console.log(JSON.stringify(await run()));"
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
            await page.goto(f"{served.origin}/{STEPS}")
            body = CONTEST % (json.dumps(f"/{STEPS}"), json.dumps(peer))
            found: dict[str, Any] = await page.evaluate(f"async () => {{{body}}}")
            return found

    with serving(ROOT) as served:
        return asyncio.run(session())


def main() -> None:
    """Run both and print medians."""
    peer = Path(sys.argv[1]).read_text(encoding="utf-8") if len(sys.argv) > 1 else None
    for place, run in (("Node", in_node), ("Chromium", in_chromium)):
        found = run(peer)
        speeds = {
            name: statistics.median(each[name] for each in found["rounds"])
            for name in found["rounds"][0]
        }
        line = f"{place}: {speeds['ours']:,.0f} steps per second"
        if peer:
            ratios = sorted(each["ratio"] for each in found["rounds"])
            line += f", tensorflow/playground {speeds['theirs']:,.0f}: {speeds['ratio']:.2f} times"
            line += f" ({ratios[0]:.2f} to {ratios[-1]:.2f} in {len(ratios)} rounds);"
            line += f" outputs after 50 epochs differ by {found['difference']:.0e}"
        print(line)


if __name__ == "__main__":
    main()
