"""Lists the files of the theme once: among them are 14,000 icons, and no writer changes one."""

from collections.abc import Callable

from jinja2 import Environment
from mkdocs.theme import Theme

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
