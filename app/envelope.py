"""What every response carries, whatever it answers; and HEAD, which is GET without a body."""

from anyio import CancelScope
from anyio.lowlevel import checkpoint
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# /docs brings its own, looser policy, because its page runs scripts of ours.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Envelope:
    """ASGI middleware: safe headers on every response, and HEAD wherever there is GET."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        state = scope.setdefault("state", {})

        async def enveloped(message: Message) -> None:
            if message["type"] == "http.response.start":
                stamp(message, state)
            await send(message)

        if scope["method"] == "HEAD":
            scope["method"] = "GET"
            await without_body(self.app, scope, receive, enveloped)
        else:
            await self.app(scope, receive, enveloped)


def stamp(start: Message, state: dict[str, object]) -> None:
    """Add the headers that every response carries, and the entity tag of a whole answer."""
    headers = MutableHeaders(scope=start)
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    if start["status"] == 200 and "tag" in state:
        headers.setdefault("ETag", str(state["tag"]))
    fields = state.get("fields")
    if isinstance(fields, dict):
        headers.update(fields)
    if start["status"] in (200, 304):
        headers.setdefault("Cache-Control", "private, no-cache")
        headers.add_vary_header("Accept")


async def without_body(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer as to GET until the headers are known; what would have followed is not computed."""
    with CancelScope() as rest:

        async def headers_only(message: Message) -> None:
            if message["type"] == "http.response.start":
                await send(message)
                await send({"type": "http.response.body", "body": b"", "more_body": False})
                rest.cancel()
                await checkpoint()

        await app(scope, receive, headers_only)
