"""HTML from values: whatever is put inside is text and is escaped, unless it was built here too."""

from collections.abc import Iterable
from typing import TypeAlias

from markupsafe import Markup, escape

Inside: TypeAlias = "str | Markup | int | Iterable[Inside] | None"
EMPTY = frozenset({"br", "hr", "input", "link"})
OUTSIDE = ("http://", "https://")


def tag(name: str, /, *inside: Inside, **attributes: object) -> Markup:
    """Return an element; what is inside may be nested lists, and strings are text.

    `class_` is class and `aria_label` is aria-label; True stands bare, None and False not at all.
    """
    opened = "".join(attribute(key, value) for key, value in attributes.items())
    if name in EMPTY:
        return Markup(f"<{name}{opened}>")
    return Markup(f"<{name}{opened}>{joined(inside)}</{name}>")


def attribute(key: str, value: object) -> str:
    """Return one attribute as it is written, with a space before."""
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'


def joined(inside: Inside) -> Markup:
    """Return values one after the other."""
    if inside is None:
        return Markup()
    if isinstance(inside, str | int):
        return escape(inside)
    return Markup().join(joined(each) for each in inside)


def between(parts: Iterable[Inside], mark: str) -> list[Inside]:
    """Return parts with a mark between any two of them."""
    found: list[Inside] = []
    for part in parts:
        found += [mark, part] if found else [part]
    return found


def link(target: str, *inside: Inside, **attributes: object) -> Markup:
    """Return a link within the dashboard."""
    return tag("a", *inside, href=target, **attributes)


def outside_link(target: str | None, *inside: Inside) -> Markup:
    """Return a link to the web, or just what is inside where the address is none a browser should follow."""
    if not target or not target.lower().startswith(OUTSIDE):
        return joined(inside)
    return tag("a", *inside, href=target, rel="noopener noreferrer external")
