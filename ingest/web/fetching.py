"""Pages from the web: robots.txt obeyed, each host asked in its turn, nothing taken that is too large."""

import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpx
from protego import Protego

from graph_schema.errors import SourceUnavailable, Unfetched
from ingest.policies import OPEN, Policies
from ingest.web.addresses import host_of, reachable
from ingest.web.manners import Manners, Turns, delay_of, opted_out

REDIRECTS = 5
ROBOTS_SECONDS = 24 * 3600.0
SLOWEST = 3  # time-outs that a whole page may take
BACK_OFF = 300.0  # seconds until a host in trouble is asked again, where it does not say


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: `body` is None where nothing has changed (304)."""

    url: str
    body: bytes | None
    media_type: str = ""
    etag: str | None = None
    modified: str | None = None


class Guarded(httpx.BaseTransport):
    """Resolves a host once, refuses private addresses, and connects to the address that was looked at."""

    def __init__(self, allow_private: bool, verify: ssl.SSLContext | bool = True) -> None:
        self._allow_private = allow_private
        # no connection is kept: hosts that share an address must not share what was verified for one of them
        limits = httpx.Limits(max_keepalive_connections=0)
        self._inner = httpx.HTTPTransport(verify=verify, http2=True, limits=limits)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request to the address its host has now."""
        host, port = request.url.host, request.url.port or (443 if request.url.scheme == "https" else 80)
        address = reachable(host, port, self._allow_private)
        request.extensions = {**request.extensions, "sni_hostname": host}
        request.url = request.url.copy_with(host=address)
        return self._inner.handle_request(request)

    def close(self) -> None:
        """Close all connections."""
        self._inner.close()


def unseen(status: str) -> None:
    """Take no note of an answer."""


class Fetcher:
    """Asks for pages. Time is a parameter, so that waiting can be tested.

    `seen` is told of every answer: its status, or `none` where there was none.
    """

    def __init__(
        self,
        client: httpx.Client,
        manners: Manners,
        clock: Callable[[], float],
        turns: Turns,
        seen: Callable[[str], None] = unseen,
        policies: Policies = OPEN,
    ) -> None:
        self._client, self._manners, self._clock, self._turns = client, manners, clock, turns
        self._seen, self._policies = seen, policies
        self._robots: dict[str, tuple[float, Protego]] = {}

    @classmethod
    @contextmanager
    def open(
        cls,
        manners: Manners,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        seen: Callable[[str], None] = unseen,
        policies: Policies = OPEN,
    ) -> Iterator[Self]:
        """Open connections as they are needed; they close with the block."""
        headers = {"User-Agent": manners.agent, "Accept-Encoding": "gzip"}
        transport = Guarded(manners.allow_private)
        with httpx.Client(
            transport=transport, headers=headers, timeout=manners.timeout, trust_env=False
        ) as client:
            yield cls(client, manners, clock, Turns(clock, sleep), seen, policies)

    def get(self, url: str, etag: str | None = None, modified: str | None = None) -> Fetched:
        """Return what is at an address, following redirects; raises Unfetched."""
        known = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in known.items() if value}
        for _ in range(REDIRECTS + 1):
            if not self._policies.of(url).may_fetch:
                raise Unfetched(f"{url}: its publisher's policy here is that it is not asked for")
            robots = self._robots_of(url)
            if not robots.can_fetch(url, self._manners.agent):
                raise Unfetched(f"{url}: robots.txt asks us not to read it")
            self._turns.wait(url, delay_of(robots, self._manners))
            answer = self._asked(url, headers)
            if isinstance(answer, Fetched):
                return answer
            url = answer
        raise Unfetched(f"{url}: more than {REDIRECTS} redirects")

    def _asked(self, url: str, headers: dict[str, str]) -> Fetched | str:
        """Return what an address gave, or the address that it points to."""
        with self._request(url, headers) as response:
            if response.has_redirect_location:
                return urljoin(url, response.headers["location"])
            if response.status_code == httpx.codes.NOT_MODIFIED:
                return Fetched(url, None)
            if response.status_code != httpx.codes.OK:
                raise _refused(url, response)
            body = self._body(url, response)
        if opted_out(response.headers, body[:20_000].decode("utf-8", "replace")):
            raise Unfetched(f"{url}: the page asks not to be read by machines")
        media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Fetched(
            url, body, media_type, response.headers.get("etag"), response.headers.get("last-modified")
        )

    @contextmanager
    def _request(self, url: str, headers: dict[str, str]) -> Iterator[httpx.Response]:
        if urlsplit(url).scheme not in ("http", "https"):
            raise Unfetched(f"{url}: only http and https addresses are read")
        try:
            with self._client.stream("GET", url, headers=headers) as response:
                self._seen(str(response.status_code))
                yield response
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            self._seen("none")
            raise Unfetched(f"{url}: {error or type(error).__name__}", again=BACK_OFF) from error
        except Unfetched:
            raise
        except SourceUnavailable as error:
            self._seen("none")
            raise Unfetched(str(error), again=BACK_OFF) from error

    def _body(self, url: str, response: httpx.Response) -> bytes:
        body, started = bytearray(), self._clock()
        for chunk in response.iter_bytes():
            body += chunk
            if self._clock() - started > SLOWEST * self._manners.timeout:
                raise Unfetched(f"{url}: too slow", again=BACK_OFF)
            if len(body) > self._manners.largest:
                raise Unfetched(f"{url}: larger than {self._manners.largest // 1_000_000} MB")
        return bytes(body)

    def _robots_of(self, url: str) -> Protego:
        """Return a host's rules, asked for once a day; a host without any allows everything."""
        host = host_of(url)
        until, robots = self._robots.get(host, (0.0, None))
        if robots is None or until < self._clock():
            robots = Protego.parse(self._robots_text(f"{host}/robots.txt"))
            self._robots[host] = (self._clock() + ROBOTS_SECONDS, robots)
        return robots

    def _robots_text(self, url: str) -> str:
        for _ in range(REDIRECTS + 1):
            with self._request(url, {}) as response:
                if response.has_redirect_location:
                    url = urljoin(url, response.headers["location"])
                elif response.is_success:
                    return self._body(url, response).decode("utf-8", "replace")
                elif response.is_client_error and response.status_code != httpx.codes.TOO_MANY_REQUESTS:
                    return ""
                else:
                    raise _refused(url, response)
        return ""


def _refused(url: str, response: httpx.Response) -> Unfetched:
    """Return the error for an answer that is no page; hosts in trouble or in a hurry may be asked again."""
    reason = f"{url}: {response.status_code} {response.reason_phrase}".rstrip()
    if response.is_server_error or response.status_code == httpx.codes.TOO_MANY_REQUESTS:
        return Unfetched(reason, again=_retry_after(response.headers.get("retry-after")) or BACK_OFF)
    return Unfetched(reason)


def _retry_after(value: str | None) -> float | None:
    if value is None:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(1.0, (moment - datetime.now(UTC)).total_seconds())
