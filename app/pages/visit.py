"""One reader's visit to one page, and the pages' registration: what goes wrong is told in the frame."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cached_property

import structlog
from nicegui import ui
from starlette.datastructures import QueryParams
from starlette.requests import Request

from app.pages.address import filter_of
from app.pages.frame import framed, write
from app.pages.markup import link, tag
from app.pages.parts import empty, heading
from app.problems import problem_of
from graph_schema.errors import CommuniqueError
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

    @cached_property
    def asked(self) -> StatementFilter:
        """Return the filter in the address; raises InvalidParameters."""
        return filter_of(self.query)

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
    )


def tell(error: CommuniqueError, visit: Visit) -> None:
    """Show what went wrong instead of the page, with the names that may have been meant."""
    problem = problem_of(error, visit.query.multi_items())
    client = ui.context.client
    client.content.clear()
    client.status_code = problem.status
    if problem.status >= 500:
        log.error("page", path=visit.path, error=str(error))
    meant = [each for fault in problem.errors for each in fault.nearest]
    ui.page_title(f"{problem.title} · Communiqué")
    with client.content:
        write(
            heading("Not shown", problem.title),
            empty(problem.detail[:1].upper() + problem.detail[1:] + "."),
            tag("p", "Perhaps: ", ", ".join(meant)) if meant else None,
            tag("p", link("/", "Back to the first page"), " or search above."),
        )
