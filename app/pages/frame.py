"""The frame of every page: title, search, ways to the other pages, and the look."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from markupsafe import Markup
from nicegui import ui
from nicegui.elements.mixins.content_element import ContentElement

from app.pages.markup import Inside, joined, link, tag
from app.pages.search_box import search_box
from graph_schema.identity import digest
from graph_schema.store import Graph

NAVIGATION = {
    "Statements": "/statements",
    "People and bodies": "/actors",
    "Topics": "/topics",
    "Events": "/events",
    "Articles": "/articles",
    "Network": "/network",
    "Inbox": "/inbox",
}


def framed(graph: Graph, path: str, words: str) -> None:
    """Put the frame around the page that is being built."""
    ui.add_head_html(head())
    layout = ui.context.client.layout
    with layout, ui.element("header").classes("top home" if path == "/" else "top") as top:
        write(
            link("#content", "To the content", class_="skip"),
            link("/", "Communiqué", class_="brand", aria_label="Communiqué, first page"),
        )
        search_box(graph, words)
        write(navigation(path))
    top.move(target_index=0)
    with layout, ui.element("footer").classes("bottom"):
        write(foot())
    ui.context.client.content.props("id=content tabindex=-1")


@cache
def head() -> str:
    """Return the links to our style and script; they carry a digest, so that a new version is fetched."""
    stamp = digest(*(each.read_text("utf-8") for each in assets()))
    return joined(
        [
            tag("link", rel="stylesheet", href=f"/assets/communique.css?{stamp}"),
            tag("script", src=f"/assets/communique.js?{stamp}"),
        ]
    )


def assets() -> list[Traversable]:
    """Return our own files for the browser."""
    folder = files("app.pages").joinpath("assets")
    return [folder.joinpath("communique.css"), folder.joinpath("communique.js")]


def write(*inside: Inside) -> ContentElement:
    """Write markup into the page; everything in it that is not markup has been escaped."""
    return ui.html(joined(inside), sanitize=False)


def navigation(path: str) -> Markup:
    """Return the ways to the other pages and the switch between light and dark."""
    ways = [
        link(target, name, aria_current="page" if path == target else None)
        for name, target in NAVIGATION.items()
    ]
    switch = tag("button", "Theme: system", type="button", class_="theme", data_theme_switch=True)
    return tag("nav", ways, switch, aria_label="Pages")


def foot() -> Markup:
    """Return what stands below every page."""
    return tag(
        "p",
        "Communiqué: who said what about which topic, and where it is written. ",
        link("/docs", "HTTP API"),
    )
