"""One reader's visit to one page, and the pages' registration: what goes wrong is told in the frame."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cached_property

import structlog
from markupsafe import Markup
from nicegui import ui
from starlette.datastructures import QueryParams
from starlette.requests import Request

from app.pages.address import filter_of, place
from app.pages.frame import framed, write
from app.pages.markup import link, tag
from app.pages.parts import heading, section
from app.pages.words import capital
from app.problems import problem_of
from app.submissions import Submissions
from graph_schema.errors import AmbiguousName, CommuniqueError, UnknownName
from graph_schema.filters import StatementFilter
from graph_schema.store import Graph

log = structlog.get_logger("communique.pages")
PATIENCE = 60.0  # seconds until a page must be built; the engine ends long questions sooner


@dataclass(frozen=True)
class Visit:
    """What a page may know of who asks for it: the graph, and what stands in the address."""

    graph: Graph
    path: str
    query: QueryParams
    key: str
    request: Request

    @cached_property
    def asked(self) -> StatementFilter:
        """Return the filter in the address; raises InvalidParameters."""
        return filter_of(self.query)

    @property
    def submissions(self) -> Submissions | None:
        """Return who takes articles in for this service, if anybody does."""
        found: Submissions | None = self.request.state.service.state.submissions
        return found

    @property
    def cursor(self) -> str | None:
        """Return where in a list the reader is."""
        return self.query.get("cursor") or None


Build = Callable[[Visit], Awaitable[None]]


def page(path: str) -> Callable[[Build], Build]:
    """Register what builds a page; a `{key:path}` in its path becomes the visit's key."""

    def register(build: Build) -> Build:
        @ui.page(path, response_timeout=PATIENCE)
        async def shown(request: Request) -> None:
            visit = visit_of(request)
            framed(visit.graph, visit.path, str(visit.query.get("q") or ""))
            try:
                await build(visit)
            except CommuniqueError as error:
                tell(error, visit)

        return build

    return register


def visit_of(request: Request) -> Visit:
    """Return the visit that a request is."""
    return Visit(
        graph=request.state.service.state.graph,
        path=request.url.path,
        query=request.query_params,
        key=str(request.path_params.get("key", "")),
        request=request,
    )


def tell(error: CommuniqueError, visit: Visit) -> None:
    """Show what went wrong instead of the page, and the ways to what may have been meant."""
    problem = problem_of(error, visit.query.multi_items())
    client = ui.context.client
    client.content.clear()
    client.status_code = problem.status
    if problem.status >= 500:
        log.error("page", path=visit.path, error=str(error))
    ui.page_title(f"{problem.title} · Communiqué")
    names = [tag("li", each) for each in meant(error)]
    with client.content:
        write(
            heading("Not shown", problem.title, tag("p", f"{capital(problem.detail)}.", class_="lead")),
            section("Was it one of these?", tag("ul", names, class_="names")) if names else None,
            tag("p", link("/", "Back to the first page"), ", or search above."),
        )


def meant(error: CommuniqueError) -> list[Markup]:
    """Return links to those that a name may have meant."""
    match error:
        case AmbiguousName():
            ways = [(key, f"{label} ({key})") for key, label in error.candidates]
        case UnknownName():
            ways = [(name, name) for name in error.nearest]
        case _:
            return []
    kind = "topics" if error.kind == "topic" else "actors"
    return [link(place(kind, key), label) for key, label in ways]
