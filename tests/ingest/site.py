"""A small site of ours that misbehaves in every way we know, and keeps a log of who asked what and when."""

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

WORDS = "Foreign Minister Ana Ruiz said on Monday that the talks in Geneva on subject {n} would go on. "
Answer = tuple[int, dict[str, str], bytes]


class Time:
    """A clock that moves only when somebody waits."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class Site:
    """The running site; `answers` by path, `log` of (time, path, headers, status)."""

    time: Time
    port: int = 0
    answers: dict[str, Answer | Callable[[dict[str, str]], Answer]] = field(default_factory=dict)
    log: list[tuple[float, str, dict[str, str], int]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def asked(self, path: str) -> list[int]:
        """The statuses with which a path was answered."""
        return [status for _, asked, _, status in self.log if asked == path]

    def answer(self, path: str, headers: dict[str, str]) -> Answer:
        found = self.answers.get(path, (404, {}, b"nothing here"))
        number, moment = len(self.log), self.time.now
        self.log.append((moment, path, headers, 0))  # when it was asked, however long the answer takes
        answer = found if isinstance(found, tuple) else found(headers)
        self.log[number] = (moment, path, headers, answer[0])
        return answer


def page(number: int, head: str = "") -> Answer:
    """Return an article's page."""
    text = f"<p>{WORDS.format(n=number) * 3}</p><p>{WORDS.format(n=number + 100) * 3}</p>"
    html = (
        f"<html><head><title>Talks {number}</title>{head}</head><body><article>{text}</article></body></html>"
    )
    return 200, {"Content-Type": "text/html; charset=utf-8"}, html.encode()


def feed(address: str, paths: list[str]) -> Callable[[dict[str, str]], Answer]:
    """Return an RSS feed of pages that knows whether it has changed."""
    items = "".join(f"<item><title>{p}</title><link>{address}{p}?utm_source=rss</link></item>" for p in paths)
    body = (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>{items}</channel></rss>'.encode()
    )
    tag = f'"{hash(body)}"'

    def answer(headers: dict[str, str]) -> Answer:
        if headers.get("if-none-match") == tag:
            return 304, {"ETag": tag}, b""
        return 200, {"Content-Type": "application/rss+xml", "ETag": tag}, body

    return answer


def bomb() -> Answer:
    """Return 50 MB in a few kilobytes."""
    return (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(b"<p>" + b" " * 50_000_000),
    )


@contextmanager
def site(ours: Site | None = None) -> Iterator[Site]:
    """Run a site on a free port of this machine."""
    running = ours or Site(Time())

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            status, more, body = running.answer(self.path, headers)
            self.send_response(status)
            for name, value in {**more, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            with suppress(BrokenPipeError, ConnectionResetError):  # they may have had enough
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        running.port = server.server_port
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield running
        finally:
            server.shutdown()
            thread.join()
