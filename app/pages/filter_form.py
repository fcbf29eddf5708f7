"""The filters of a view: a form that writes them into the address, and what is set, each to be taken away."""

from markupsafe import Markup

from app.pages.address import address, pairs
from app.pages.markup import Inside, link, tag
from app.pages.words import ACTS, STANCES
from graph_schema.filters import StatementFilter
from graph_schema.reads.names import name_book
from graph_schema.store import Graph

TEXTS = {"q": "Words in the claim", "speaker": "Speaker", "addressee": "Said to", "country": "Country code"}
DAYS = {"since": "Since", "until": "Until"}
IN_FORM = frozenset({*TEXTS, *DAYS, "topic", "act", "stance"})
OF_KIND = {
    "speaker": "actor",
    "voice": "actor",
    "addressee": "actor",
    "organization": "actor",
    "topic": "topic",
}


async def filter_form(graph: Graph, path: str, asked: StatementFilter, *without: str) -> Markup:
    """Return the form and what is set; what the page itself says is left `without`."""
    topics = sorted((await name_book(graph, "topic")).labels.items(), key=lambda each: each[1])
    fields: list[Inside] = [
        *(field(name, label, first(asked, name)) for name, label in TEXTS.items() if name not in without),
        choice("topic", "Topic", topics, first(asked, "topic")) if "topic" not in without else None,
        choice("act", "Act", [(act.value, name) for act, name in ACTS.items()], first(asked, "act")),
        choice("stance", "Stance", [(str(k), name) for k, name in STANCES.items()], first(asked, "stance")),
        *(field(name, label, first(asked, name), "date") for name, label in DAYS.items()),
    ]
    kept = [
        tag("input", type="hidden", name=name, value=value)
        for name, value in pairs(asked)
        if name not in IN_FORM and name not in without
    ]
    form = tag("form", fields, kept, tag("button", "Show", type="submit"), action=path, class_="filters")
    opened = any(name not in without for name, _ in pairs(asked))
    return tag(
        "div",
        await chips(graph, path, asked, without),
        tag("details", tag("summary", "Filters"), form, open=opened and path == "/statements"),
        class_="filtering",
    )


async def chips(graph: Graph, path: str, asked: StatementFilter, without: tuple[str, ...]) -> Markup | None:
    """Return what is set, each with the way to take it away."""
    given = [each for each in pairs(asked) if each[0] not in without]
    if not given:
        return None
    books = {kind: (await name_book(graph, kind)).labels for kind in set(OF_KIND.values())}
    shown = [
        link(
            address(path, [other for other in given if other != (name, value)]),
            tag("span", f"{name.replace('_', ' ')}: "),
            books.get(OF_KIND.get(name, ""), {}).get(value) or STANCES_BY_NAME.get((name, value), value),
            tag("span", " ×", aria_hidden="true"),
            aria_label=f"take away {name} {value}",
        )
        for name, value in given
    ]
    return tag(
        "p", shown, link(path, "clear all", class_="clear") if len(given) > 1 else None, class_="chips"
    )


STANCES_BY_NAME = {("stance", str(value)): name for value, name in STANCES.items()}


def first(asked: StatementFilter, name: str) -> str:
    """Return the first value that is set for a filter, or nothing."""
    return next((value for key, value in pairs(asked) if key == name), "")


def field(name: str, label: str, value: str, kind: str = "text") -> Markup:
    """Return a field with its label."""
    return tag("label", tag("span", label), tag("input", type=kind, name=name, value=value))


def choice(name: str, label: str, options: list[tuple[str, str]], value: str) -> Markup:
    """Return a list to choose from with its label."""
    entries = [tag("option", "any", value="")]
    entries += [tag("option", text, value=key, selected=key == value) for key, text in options]
    return tag("label", tag("span", label), tag("select", entries, name=name))
