"""What those who run the service see of each request: one line in the log, numbers for Prometheus."""

import re
import time
from collections.abc import MutableMapping
from secrets import token_hex
from typing import Any

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

REQUEST_ID = "X-Request-ID"
HARMLESS = re.compile(r"[\w.-]{1,64}")
log = structlog.get_logger("communique.http")


class Numbers:
    """The counters of one service."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        labels = ("operation", "method", "status")
        self.seconds = Histogram(
            "communique_request_seconds", "Time until a response was sent", labels, registry=self.registry
        )
        self.sent = Counter(
            "communique_response_bytes", "Bytes of bodies sent", ("operation",), registry=self.registry
        )
        self.running = Gauge("communique_requests_running", "Requests being answered", registry=self.registry)


class Observation:
    """ASGI middleware: gives each request an id, times it, counts it, and tells of it in one line."""

    def __init__(self, app: ASGIApp, numbers: Numbers) -> None:
        self.app, self.numbers = app, numbers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        seen: dict[str, Any] = {
            "method": scope["method"],
            "path": scope["path"],
            "status": 500,
            "bytes": 0,
            "request_id": identify(Headers(scope=scope)),
        }
        start = time.perf_counter()

        async def observed(message: Message) -> None:
            note(message, seen)
            await send(message)

        with self.numbers.running.track_inprogress():
            try:
                await self.app(scope, receive, observed)
            finally:
                self.tell(scope, seen, time.perf_counter() - start)

    def tell(self, scope: MutableMapping[str, Any], seen: dict[str, Any], seconds: float) -> None:
        """Count a request and write its line."""
        operation = getattr(scope.get("endpoint"), "__name__", "none")
        self.numbers.seconds.labels(operation, seen["method"], seen["status"]).observe(seconds)
        self.numbers.sent.labels(operation).inc(seen["bytes"])
        log.info("request", operation=operation, milliseconds=round(seconds * 1000, 1), **seen)


def identify(headers: Headers) -> str:
    """Return the id a request brings, where it is a harmless one, else a new one."""
    given = headers.get(REQUEST_ID, "")
    return given if HARMLESS.fullmatch(given) else token_hex(8)


def note(message: Message, seen: dict[str, Any]) -> None:
    """Keep what a response tells, and give it the request's id."""
    if message["type"] == "http.response.start":
        seen["status"] = message["status"]
        MutableHeaders(scope=message)[REQUEST_ID] = seen["request_id"]
    elif message["type"] == "http.response.body":
        seen["bytes"] += len(message.get("body", b""))
