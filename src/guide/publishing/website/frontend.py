"""The front-end parts: installs them, and hands colors, fonts and KaTeX to the site."""

import json
import subprocess
import sys
from collections.abc import Sequence

from guide.figures.palette import tokens_css
from guide.files import read_text
from guide.publishing.fonts.site_fonts import font_face_css, katex_assets, preloaded, site_fonts
from guide.publishing.project import Project
from guide.publishing.typesetting.katex import node
from guide.remembering import Work

SHEETS = (
    "book",
    "blocks",
    "tables",
    "labs",
    "proof",
    "reference",
    "install",
    "shell",
    "ways",
    "home",
    "living",
    "questions",
    "print",
)
"""The style sheets in docs/stylesheets, in the order in which a later one may overrule."""

OWN_SHEETS = {"playground": ("play", "play-graph", "play-tours"), "python": ("run", "exercises")}
"""Sheets for the pages alone that ask for them, by `sheet` in their front matter."""

_PROXY = (
    "Behind a proxy with a certificate of its own? Set NODE_EXTRA_CA_CERTS=/path/to/certificate.pem"
    ", and HTTPS_PROXY=http://host:port where the proxy must be named."
)
_KATEX = "assets/katex/katex.min.css"


def install(project: Project) -> None:
    """Install the parts that `package.json` names, where they are missing, through `npm ci`.

    Raises:
        SystemExit: npm fails; its own message stands above.
    """
    package = json.loads(read_text(project.root / "package.json"))
    modules = project.root / "node_modules"
    if all((modules / name / "package.json").exists() for name in package["dependencies"]):
        return
    npm = node().with_stem("npm")
    command = [str(npm), "ci", "--omit=dev", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=project.root, check=False)  # noqa: S603  (our own command)
    if done.returncode:
        sys.exit(f"ERROR: `npm ci` failed in {project.root}; it gets KaTeX and the fonts. {_PROXY}")


def assets(project: Project) -> dict[str, str | bytes]:
    """Return the style sheet and the fonts as the site's files, by path.

    The sheet is one, colors, fonts and KaTeX included: a phone waits for every one before it shows
    a word.
    """
    installed = project.root / "package-lock.json"
    css, fonts = project.memory.result(
        Work("assets", (_made, installed), (), lambda: _made(project))
    )
    own: dict[str, str | bytes] = {
        f"stylesheets/{name}.css": _joined(project, names) for name, names in OWN_SHEETS.items()
    }
    return {"stylesheets/site.css": f"{css}\n{_joined(project, SHEETS)}", **own, **fonts}


def _joined(project: Project, names: Sequence[str]) -> str:
    """Return several sheets as one that says where each begins."""
    paths = (project.docs / "stylesheets" / f"{name}.css" for name in names)
    return "\n".join(f"/* {project.relative(path)} */\n{read_text(path)}" for path in paths)


def _made(project: Project) -> tuple[str, dict[str, bytes]]:
    math = katex_assets(project)
    katex = math.pop(_KATEX).decode().replace("url(fonts/", "url(../assets/katex/fonts/")
    css = "\n".join((tokens_css(), font_face_css(project), katex))
    return css, {**site_fonts(project), **math}


def with_preloads(page: str, root: str) -> str:
    """Return the page with links that load its first fonts at once.

    Args:
        page: The HTML of a page.
        root: The address of the site's root as the page writes it, such as `../..`.
    """
    links = "".join(
        f'<link rel="preload" href="{root}/{path}" as="font" type="font/woff2" crossorigin>'
        for path in preloaded(math='class="katex"' in page)
    )
    return page.replace("</title>", f"</title>{links}", 1)
