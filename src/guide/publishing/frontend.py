"""The front-end parts: installs them, and hands colors, fonts and KaTeX to the site."""

import json
import subprocess
import sys

from guide.figures.palette import tokens_css
from guide.publishing.cache import remembered
from guide.publishing.fonts import font_face_css, katex_assets, preloaded, site_fonts
from guide.publishing.katex import node
from guide.publishing.project import Project


def install(project: Project) -> None:
    """Install the parts that `package.json` names, where they are missing, through `npm ci`.

    Raises:
        SystemExit: npm fails; its own message stands above.
    """
    package = json.loads((project.root / "package.json").read_text(encoding="utf-8"))
    modules = project.root / "node_modules"
    if all((modules / name / "package.json").exists() for name in package["dependencies"]):
        return
    npm = node().with_name("npm.cmd" if sys.platform == "win32" else "npm")
    command = [str(npm), "ci", "--omit=dev", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=project.root, check=False)  # noqa: S603  (our own command)
    if done.returncode:
        sys.exit(f"ERROR: `npm ci` failed in {project.root}; the site needs KaTeX and its fonts")


def assets(project: Project) -> dict[str, str | bytes]:
    """Return colors, fonts and KaTeX as the site's files, by path."""
    installed = (project.root / "package-lock.json").read_text(encoding="utf-8")
    return remembered(project, "assets", (installed,), lambda: _assets(project))


def _assets(project: Project) -> dict[str, str | bytes]:
    sheets = {
        "stylesheets/tokens.css": tokens_css(),
        "stylesheets/fonts.css": font_face_css(project),
    }
    return {**sheets, **site_fonts(project), **katex_assets(project)}


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
