"""The thin adapter between MkDocs and the press; all logic lives in the modules beside it."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs_jupyter.plugin import NotebookFile  # type: ignore[import-untyped]

from guide.errors import PublishingError, PublishingErrors
from guide.publishing import press
from guide.publishing.labs import notebooks
from guide.publishing.labs import runs as lab_runs
from guide.publishing.ledger import marks
from guide.publishing.ledger.pages import made_pages, made_when_asked
from guide.publishing.pieces import proving
from guide.publishing.project import HERE, Project
from guide.publishing.python import exercises as python_exercises
from guide.publishing.python import runtime as python_runtime
from guide.publishing.python import wheel
from guide.publishing.serving.address import require_free
from guide.publishing.serving.reading import Reading
from guide.publishing.ways import overview
from guide.publishing.website import (
    frontend,
    links,
    minify,
    policy,
    scripts,
    theme_files,
)
from guide.publishing.website.kept_pages import KeptPages

_serving = False
_reading = Reading(HERE)
_kept: list[KeptPages] = []  # the pages of the build that is under way


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001
    """Note the command, and install the front-end parts where they are missing."""
    global _serving  # noqa: PLW0603  (MkDocs hands the command to this event alone)
    _serving = command == "serve"
    frontend.install(HERE)


def on_config(config: MkDocsConfig) -> None:
    """List the files of the theme once: among them are 14,000 icons, and no writer changes one.

    A server that cannot have its address says so before it does anything. It shows what it can,
    whatever is missing, and leaves labs to be run beside it.
    """
    if _serving:
        require_free(*config.dev_addr)
        config.strict = False
        config.plugins["mkdocs-jupyter"].config["execute"] = False
    theme_files.list_once(config.theme)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
    """Keep compiled templates; the theme's take longer to compile than a chapter to set."""
    folder = HERE.cache / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(folder))


@event_priority(-100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Prove all pages, then add what the build makes: fonts, source pages, notebooks and so on.

    A server builds with what is proven already, and proves the rest beside it. Its scripts stay as
    their writers know them.
    """
    project = Project(HERE.root)
    if _serving:
        ledger = press.start_so_far(project).ledger
        _reading.prove_the_rest(project, ledger)
    else:
        _prove_all(project, files, config)
    _kept[:] = [KeptPages(press.current())]
    theme_files.leave_out_languages(files)
    made = _made(project, config)
    if not _serving:
        minify.lighten(files, made, project)
    for name, content in made.items():
        files.append(File.generated(config, name, content=content))
    return files


def _prove_all(project: Project, files: Files, config: MkDocsConfig) -> None:
    lab_runs.configure_kernel(project)
    with ThreadPoolExecutor() as meanwhile:  # a failure shows when the result is asked for again
        meanwhile.submit(frontend.assets, project)
        meanwhile.submit(lab_runs.run, files, config, project)
        try:
            press.start(project)
        except PublishingErrors as faults:
            raise Abort(str(faults)) from faults


def _made(project: Project, config: MkDocsConfig) -> dict[str, str | bytes]:
    """Return the files that the build makes, by where they belong."""
    ledger = press.current().ledger
    made: dict[str, str | bytes] = dict(overview.pictures(project, so_far=_serving))
    made |= {**frontend.assets(project), **wheel.wheel(project), **lab_runs.downloads(project)}
    made |= python_runtime.runtime_files(project, config.extra["python_packages"])
    made |= python_exercises.exercise_files(project)
    if _serving:
        _reading.made_when_asked = partial(made_when_asked, ledger=ledger, project=project)
    else:
        made |= made_pages(ledger, project, press.current().hold)
    return made


@event_priority(-100)
def on_pre_page(page: Page, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
    """Take what labs printed the last time."""
    if isinstance(page.file, NotebookFile):
        lab_runs.keep(page, press.current().project, config)


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return what MkDocs shall set of a page, which knows what the wheel is called."""
    state = press.current()
    state.page, state.fault = page.file.src_uri, None
    markdown = wheel.named(markdown, state.project)
    try:
        return _kept[0].to_set(page, markdown, config, files) if _is_written(page) else markdown
    except PublishingError as fault:
        return state.refuse(fault)


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Return a page as it is set or kept, notebooks with the look of chapters, or what stops it."""
    state = press.current()
    try:
        if _is_written(page) and not state.fault:
            html = _kept[0].as_set(page, html)
        elif page.file.src_uri.endswith(".py"):
            waiting = lab_runs.waits_for(state.project.docs / page.file.src_uri, state.project)
            html = notebooks.as_chapter(html, state, waiting)
    except PublishingError as fault:
        state.refuse(fault)
    return _reading.instead_of_page(page, state.fault) if state.fault else html


def _is_written(page: Page) -> bool:
    """Tell whether a page is written in Markdown, and not made by the build."""
    return page.file.generated_by is None and page.file.src_uri.endswith(".md")


@event_priority(100)
def _before_search(context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:  # noqa: ANN401, ARG001
    _kept[0].to_read(page, _index(config))


@event_priority(-100)
def _after_search(context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:  # noqa: ANN401, ARG001
    _kept[0].as_read(page, _index(config))


def _index(config: MkDocsConfig) -> Any:  # noqa: ANN401  (Material's, without types)
    return vars(config.plugins["material/search"])["search_index"]


on_page_context = CombinedEvent(_before_search, _after_search)


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Set what was held back, lead to the package, preload fonts and state the policy.

    The development server needs its own inline script, which a policy would forbid.
    """
    output = wheel.with_link(press.current().filled(output), page.file.src_uri)
    if _serving:
        note = marks.note(page.file.src_uri, press.current().ledger)
        output = output.replace("</h1>", f"</h1>{note}", 1)
    root = get_relative_url(".", page.url).rstrip("/")
    output = scripts.with_preloads(frontend.with_preloads(output, root), root, HERE.docs)
    return output if _serving else policy.with_policy(output)


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG001
    """State the policy on the page for missing addresses, too."""
    if _serving or not template_name.endswith(".html"):
        return output
    return policy.with_policy(output)


def on_post_build(config: MkDocsConfig) -> None:
    """Follow every link of the finished site; that of a server lacks some."""
    if _serving:
        return
    if dead := [*links.dead_links(Path(config.site_dir), HERE)]:
        raise Abort(str(PublishingErrors(dead)))


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> None:  # noqa: ANN401, ARG001
    """Follow the reader and the writer."""
    _reading.attend(server, config)
    proving.get_ready()  # the first edit of a snippet, figure or package would wait for it


def on_shutdown() -> None:
    """End what runs beside the server."""
    _reading.stop()


def on_build_error(error: Exception) -> None:
    """Show a fault of a page, lab or script as one line with its file, without a traceback."""
    if isinstance(error, PublishingError | PublishingErrors):
        raise Abort(str(error)) from error
