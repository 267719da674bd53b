"""Reads the package without running it, and sets what its docstrings say as HTML.

mkdocstrings' Python handler collects the objects and sets the sections of their docstrings. What
is the site's own stands here: signatures that fit a phone, examples as chapters show code, links
to the source inside the site.
"""

import html
import re
from collections.abc import Iterator

import griffe
from markupsafe import Markup
from mkdocstrings_handlers.python import PythonConfig, PythonHandler

import nnbyhand
from guide.errors import PublishingError
from guide.publishing.project import Project
from guide.publishing.reference.docstrings import chapters_of, prepared, setter
from guide.publishing.reference.places import Described, chapter_title, object_places
from guide.publishing.reference.signatures import signature_html
from guide.publishing.reference.sources import relative_url, source_place
from guide.remembering import Work

_PACKAGE = "nnbyhand"
_OPTIONS = {
    "allow_inspection": False,  # the text is read, nothing is imported
    "docstring_section_style": "list",
    "parameter_headings": False,
}
_READING = {"warnings": False, "returns_multiple_items": False}  # several lines tell of one thing
_TYPED_ABOVE = {"parameters", "attributes", "returns"}
_REFERENCE = re.compile(r"<autoref [^>]*>(?P<text>.*?)</autoref>")
_NAME = re.compile(r"<code>(?P<name>\w+)</code>")
_DASH = re.compile(r"\n\s*–\s*\n")  # between a name and its meaning; the style sheet parts them
_EMPTY_LINES = re.compile(r"\n\s*\n+")


def package(project: Project) -> "Package":
    """Return the package as it is now, read once for all pages."""
    places = tuple(object_places(project).items())
    work = Work("package", (Package, nnbyhand), places, lambda: Package(project))
    return project.memory.held(work)


class Package:
    """The package, read from its sources."""

    def __init__(self, project: Project) -> None:
        """Read all modules."""
        self.project = project
        self.places = object_places(project)
        self.handler = PythonHandler(
            PythonConfig.from_data(paths=["src"], options=_OPTIONS),
            project.root,
            theme="material",
            custom_templates=None,
            mdx=(),
            mdx_config={},
        )
        self.handler.update_env(None)
        self.markdown = setter()
        self.handler.env.filters["convert_markdown"] = self._convert
        self.options = self.handler.get_options({})
        root = self.handler.collect(_PACKAGE, self.options)
        self.names = [str(name) for name in root.exports or ()]
        self.paths = {name: root.imports.get(name, f"{_PACKAGE}.{name}") for name in self.names}

    def docstring(self, name: str) -> str:
        """Return what a public object says of itself; an instance says what its class does."""
        found = self._find(name)
        own = found.docstring or (self._class_of(found) or found).docstring
        return own.value if own else ""

    def described(self, name: str, page: str) -> Described:
        """Set a public object with its members, for a page of the reference.

        Raises:
            PublishingError: The package does not export this name.
        """
        if name not in self.names:
            message = f"::: {_PACKAGE}.{name} is no public object of the package"
            raise PublishingError(f"docs/{page}", 1, message)
        found = self._find(name)
        text = self.docstring(name)
        maker = None if found.docstring else self._class_of(found)
        if maker and maker.name in self.names:  # the class is described in a place of its own
            said = f"<p>An instance of <code>{maker.name}</code>.</p>"
            parts = [signature_html(found), said, self._foot(found, text, page)]
        else:
            subject = maker or found
            said = self._sections(subject, text)
            parts = [signature_html(found), said, self._foot(subject, text, page)]
            parts += [self._member(member, name) for member in _members(subject)]
        inner = self._linked("\n".join(parts), name, page)
        return Described(f'<div class="api">\n{inner}\n</div>', chapters_of(text))

    def _find(self, name: str) -> griffe.Object:
        return self._at(self.paths[name])

    def _at(self, path: str) -> griffe.Object:
        found = self.handler.collect(path, self.options)
        return found.final_target if isinstance(found, griffe.Alias) else found

    def _class_of(self, found: griffe.Object) -> griffe.Class | None:
        """Return the class of an attribute such as `relu = ReLU()`."""
        if not isinstance(found, griffe.Attribute) or not isinstance(found.value, griffe.ExprCall):
            return None
        path = found.value.function.canonical_path
        maker = self._at(path) if path.startswith(f"{_PACKAGE}.") else None
        return maker if isinstance(maker, griffe.Class) else None

    def _member(self, member: griffe.Object, owner: str) -> str:
        text = member.docstring.value if member.docstring else ""
        anchor = f"{_PACKAGE}.{owner}.{member.name}"
        heading = f'<h3 id="{anchor}">{html.escape(member.name)}</h3>'
        return "\n".join([heading, signature_html(member), self._sections(member, text)])

    def _sections(self, found: griffe.Object, text: str) -> str:
        docstring = griffe.Docstring(prepared(text, self.paths), parent=found)
        sections = docstring.parse("google", **_READING)
        for section in sections:
            for item in section.value if section.kind.value in _TYPED_ABOVE else ():
                item.annotation = None  # the signature says it
        template = self.handler.env.get_template("docstring.html.jinja")
        made = template.render(
            docstring_sections=sections, config=self.options, obj=found, locale="en"
        )
        return _EMPTY_LINES.sub("\n", _DASH.sub("\n", made)).strip()

    def _convert(self, text: str, *_: object, **__: object) -> Markup:
        return Markup(self.markdown.reset().convert(text))  # noqa: S704  (our own docstring)

    def _linked(self, made: str, name: str, page: str) -> str:
        """Link the names of other public objects to where the reference describes them."""

        def link(match: re.Match[str]) -> str:
            other = match["name"]
            if other == name or other not in self.places:
                return match[0]
            target = f"{self.places[other]}#{_PACKAGE}.{other}"
            return f'<a href="{relative_url(target, page)}">{match[0]}</a>'

        return _NAME.sub(link, _REFERENCE.sub(r"\g<text>", made))

    def _foot(self, found: griffe.Object, text: str, page: str) -> str:
        parts = [self._chapter(slug, page) for slug in chapters_of(text)]
        file = self.project.root / "src" / found.relative_package_filepath
        place = source_place(self.project.relative(file), found.lineno or 1)
        parts.append(f'<a href="{relative_url(place, page)}">Source</a>')
        return f'<p class="api-foot">{" ".join(parts)}</p>'

    def _chapter(self, slug: str, page: str) -> str:
        title = html.escape(chapter_title(slug))
        if not (self.project.docs / "learn" / f"{slug}.md").exists():
            return f"<span>Chapter: {title}</span>"
        address = relative_url(f"learn/{slug}.md", page)
        return f'<span>Chapter: <a href="{address}">{title}</a></span>'


def _members(found: griffe.Object) -> Iterator[griffe.Object]:
    """Yield what a class or module offers under its own name, in the order of the source."""
    for name, member in found.members.items():
        public = not name.startswith("_") or name == "__call__"
        if public and isinstance(member, griffe.Object) and member.docstring:
            yield member
