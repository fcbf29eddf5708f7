"""The dashboard beside the API on one application: its paths, its files, its policy, its life.

The web framework keeps one application for the whole process, so it is set up once, however many services
are made; which service a request is for travels with the request.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from nicegui import core, nicegui
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.routing import Match, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.pages.gate import refusal
from app.pages.missing import on_http
from app.pages.policy import POLICY

ASSETS = StaticFiles(directory=str(files("app.pages").joinpath("assets")))
PAGES = ("home", "search", "statements", "statement", "actors", "actor", "topics", "topic")
MORE_PAGES = ("events", "event", "articles", "article", "network", "inbox")
PATHS = frozenset({"", "_nicegui", "_nicegui_ws", "search", "network", "inbox"})
KINDS = frozenset({"statements", "actors", "topics", "events", "articles"})


ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" '
    'fill="#0d5560"/><path d="M8 21v-5q0-6 6-7v3q-3 1-3 4h3v5zm10 0v-5q0-6 6-7v3q-3 1-3 4h3v5z" '
    'fill="#fff"/></svg>'
)


def mount(app: FastAPI) -> None:
    """Add the dashboard to a service, last: it answers its own paths and leaves all others alone."""
    set_up()
    app.mount("/assets", ASSETS, name="dashboard-assets")
    app.router.routes.append(Pages("/", app=Dashboard(core.app), name="dashboard"))
    app.router.lifespan_context = living(app)
    app.add_exception_handler(HTTPException, on_http)


@cache
def set_up() -> None:
    """Register the pages and configure the framework, once a process."""
    for name in (*PAGES, *MORE_PAGES):
        import_module(f"app.pages.{name}")
    core.app.config.add_run_config(
        reload=False,
        title="Communiqué",
        viewport="width=device-width, initial-scale=1",
        favicon=ICON,
        dark=False,
        language="en-GB",
        binding_refresh_interval=None,
        reconnect_timeout=20.0,
        message_history_length=100,
        cache_control_directives="public, max-age=31536000, immutable",
        tailwind=False,
        unocss=None,
        prod_js=True,
        show_welcome_message=False,
        markdown=False,
    )


def living(app: FastAPI) -> Callable[[FastAPI], AbstractAsyncContextManager[Any]]:
    """Return the lifespan of a service together with the dashboard's."""
    service = app.router.lifespan_context

    @asynccontextmanager
    async def both(started: FastAPI) -> AsyncIterator[Any]:
        await nicegui._startup()
        try:
            async with service(started) as state:
                yield state
        finally:
            await nicegui._shutdown()

    return both


class Pages(Mount):
    """A mount that takes the dashboard's paths only, so that all others are answered as without it."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Tell whether a request is for the dashboard."""
        first = scope.get("path", "").removeprefix("/").partition("/")[0]
        ours = first in PATHS or first in KINDS
        readable = scope["type"] == "websocket" or first == "_nicegui_ws" or scope.get("method") == "GET"
        return super().matches(scope) if ours and readable else (Match.NONE, {})


class Dashboard:
    """ASGI application: the framework's, behind the gate, with its policy, knowing whose request it is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        service: FastAPI = scope["app"]
        if (refused := refusal(scope, service)) is not None:
            await refused(scope, receive, send)
            return
        scope.setdefault("state", {})["service"] = service

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["Content-Security-Policy"] = POLICY
            await send(message)

        await self.app(scope, receive, guarded)
