"""How we behave as guests: who we say we are, how long we wait, what a site asks of us."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from protego import Protego

from ingest.web.addresses import host_of

_OPT_OUT = re.compile(r"(?<![:\w-])(?:noindex|none|noai)(?![\w-])", re.IGNORECASE)
_META = re.compile(
    r"<meta[^>]+name=[\"']?(?P<name>robots|tdm-reservation)\b[^>]*content=[\"']?(?P<content>[^\"'>]+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Manners:
    """`agent` names us and whom to write to; `delay` is the least time in seconds between two requests."""

    agent: str = "Communique/0.1 (reads diplomatic news; contact unset)"
    delay: float = 2.0
    timeout: float = 20.0
    largest: int = 8_000_000
    allow_private: bool = False


class Turns:
    """One queue a host: says when it is our turn, after the host's own delay where it names one."""

    def __init__(self, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._clock, self._sleep = clock, sleep
        self._next: dict[str, float] = {}

    def wait(self, url: str, delay: float) -> None:
        """Wait until the host of an address may be asked again."""
        host = host_of(url)
        if (left := self._next.get(host, 0.0) - self._clock()) > 0:
            self._sleep(left)
        self._next[host] = self._clock() + delay


def delay_of(robots: Protego, manners: Manners) -> float:
    """Return the seconds between two requests that a host's robots.txt asks for, at least our own."""
    rate = robots.request_rate(manners.agent)
    asked = (robots.crawl_delay(manners.agent) or 0.0, rate.seconds / rate.requests if rate else 0.0)
    return max(manners.delay, *asked)


def opted_out(headers: Mapping[str, str], page: str) -> bool:
    """Return whether a page asks not to be indexed or mined (X-Robots-Tag, TDMRep, their meta tags)."""
    if _OPT_OUT.search(headers.get("x-robots-tag", "")) or headers.get("tdm-reservation", "0").strip() == "1":
        return True
    for tag in _META.finditer(page):
        content = tag["content"].strip()
        if content == "1" if tag["name"].lower() == "tdm-reservation" else _OPT_OUT.search(content):
            return True
    return False
