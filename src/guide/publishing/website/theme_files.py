"""The files of the theme: listed once, for 14,000 are icons; languages not spoken left out."""

from collections.abc import Callable

from jinja2 import Environment
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

_LANGUAGES = "assets/javascripts/lunr/"

_listed: list[str] = []


def list_once(theme: Theme) -> None:
    """Let a theme take the list of its files from the build before."""
    get_env = theme.get_env

    def env_that_knows() -> Environment:
        env = get_env()
        list_all = env.list_templates

        def list_templates(filter_func: Callable[[str], bool]) -> list[str]:
            if not _listed:
                _listed.extend(list_all(filter_func=filter_func))
            return _listed

        env.list_templates = list_templates  # type: ignore[method-assign, assignment]
        return env

    theme.get_env = env_that_knows  # type: ignore[method-assign]


def leave_out_languages(files: Files) -> None:
    """Leave out what the theme's search needs for languages other than English."""
    for file in [file for file in files if file.src_uri.startswith(_LANGUAGES)]:
        files.remove(file)
