"""The HTTP service: questions in, answers out."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.routing import APIRoute

from app import handlers, openapi, pages
from app.deliveries import keep_telling
from app.description import DESCRIPTION, SUMMARY, TAGS
from app.envelope import Envelope
from app.freshness import SERVICE_VERSION
from app.journal import keep_journal
from app.limits import Limiter
from app.observation import REQUEST_ID, Numbers, Observation
from app.routers import browser_kit, documentation, operations, v1
from app.settings import ServiceSettings
from app.submissions import Submissions
from app.warming import warmed
from graph_schema.settings import Settings
from graph_schema.store import Graph, open_graph


def create_app(
    settings: Settings | None = None, graph: Graph | None = None, submissions: Submissions | None = None
) -> FastAPI:
    """Return the service over a graph: the one given, else the one that the settings name.

    `submissions` takes articles in; without it the service only answers questions.
    A graph that is given stays open when the service stops; one that the service opened is closed with it.
    """
    app = FastAPI(
        title="Communiqué",
        version=SERVICE_VERSION,
        summary=SUMMARY,
        description=DESCRIPTION,
        openapi_tags=TAGS,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        generate_unique_id_function=operation_id,
    )
    app.state.settings = ServiceSettings.of(settings)
    app.state.limiter = Limiter(app.state.settings.rate_limit)
    app.state.numbers = Numbers()
    app.state.given_graph = graph
    app.state.submissions = submissions
    handlers.install(app)
    for router in (v1.router, operations.router, documentation.router, browser_kit.router):
        app.include_router(router)
    app.mount(documentation.ASSETS_PATH, documentation.ASSETS, name="assets")
    openapi.describe(app)
    pages.mount(app)
    wrap(app, app.state.settings.origins, app.state.numbers)
    return app


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Hold the graph open for as long as the service runs."""
    keep_journal()
    if app.state.given_graph is not None:
        app.state.graph = app.state.given_graph
        yield
        return
    settings = app.state.settings
    async with open_graph(settings) as graph, warmed(graph, settings):
        app.state.graph = graph
        telling = asyncio.create_task(keep_telling(graph, settings.data, settings.stream_pause))
        yield
        telling.cancel()
        await asyncio.gather(telling, return_exceptions=True)


def wrap(app: FastAPI, origins: list[str], numbers: Numbers) -> None:
    """Put around an application what concerns every response; the last is the outermost."""
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    if origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=origins,
            allow_methods=["GET", "HEAD"],
            allow_headers=["Authorization", "If-None-Match"],
            expose_headers=["ETag", "Link", "RateLimit", "RateLimit-Policy", "Retry-After", REQUEST_ID],
        )
    app.add_middleware(Envelope)
    app.add_middleware(Observation, numbers=numbers)


def operation_id(route: APIRoute) -> str:
    """Name an operation as its function is named: stable, and good names in generated clients."""
    return route.name
