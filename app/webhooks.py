"""Webhooks: one signed request, tried again for a while where it is not taken.

`Communique-Signature: t=SECONDS,v1=HEX` is the HMAC-SHA256 of "SECONDS.BODY" under the alert's secret. A
receiver works it out anew, compares in constant time, and refuses what is minutes old; `Communique-Delivery`
is the same in every attempt, so what comes twice is known. Redirects are not followed, and only addresses of
the open internet are asked unless the alert allows others: the one that was looked at is connected to.
"""

import asyncio
import hashlib
import hmac
import ipaddress
import random
import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

from graph_schema.errors import SourceUnavailable

PAUSES = (1.0, 4.0, 16.0, 64.0)  # seconds before the second attempt and those after it
TIMEOUT = 10.0
FINAL = frozenset({400, 401, 403, 404, 405, 410, 413, 415, 422})  # the same again would end the same


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a delivery ended: `error` is None where it was taken."""

    attempts: int
    error: str | None


def signature(secret: str, moment: int, body: bytes) -> str:
    """Return the header that proves who sent a body and when (Unix seconds)."""
    digest = hmac.new(secret.encode(), b"%d." % moment + body, hashlib.sha256).hexdigest()
    return f"t={moment},v1={digest}"


async def deliver(
    url: str,
    body: bytes,
    *,
    secret: str,
    delivery: str,
    allow_private: bool,
    pauses: Sequence[float] = PAUSES,
) -> Outcome:
    """Send a body until it is taken or patience ends."""
    error = ""
    for attempt, pause in enumerate((0.0, *pauses), start=1):
        await asyncio.sleep(pause * random.uniform(0.8, 1.2))
        try:
            status = await send(url, body, secret, delivery, allow_private)
        except (httpx.HTTPError, SourceUnavailable) as failure:
            error = str(failure) or type(failure).__name__
            if isinstance(failure, Refused):
                return Outcome(attempt, error)
            continue
        if 200 <= status < 300:
            return Outcome(attempt, None)
        error = f"it answered {status}"
        if status in FINAL:
            return Outcome(attempt, error)
    return Outcome(1 + len(pauses), error)


async def send(url: str, body: bytes, secret: str, delivery: str, allow_private: bool) -> int:
    """Send a body once; return the status of the answer."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    address = await asyncio.to_thread(reachable, host, port, allow_private)
    literal = f"[{address}]" if ":" in address else address
    headers = {
        "Host": parts.netloc,
        "Content-Type": "application/json",
        "User-Agent": "communique",
        "Communique-Delivery": delivery,
        "Communique-Signature": signature(secret, int(time.time()), body),
    }
    async with httpx.AsyncClient(timeout=TIMEOUT, follow_redirects=False, trust_env=False) as client:
        pinned = parts._replace(netloc=f"{literal}:{port}").geturl()
        async with client.stream(
            "POST", pinned, content=body, headers=headers, extensions={"sni_hostname": host}
        ) as response:
            return response.status_code  # whatever else it says is not read


class Refused(SourceUnavailable):
    """An address that is not to be asked."""


def reachable(host: str, port: int, allow_private: bool) -> str:
    """Return the address of a host; raises SourceUnavailable, and Refused where it is none to ask."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceUnavailable(f"{host} is not known: {error}") from error
    addresses = [str(address[0]) for *_, address in found]
    if not allow_private and not all(ipaddress.ip_address(each).is_global for each in addresses):
        raise Refused(f"{host} is a private address, which is not told unless the alert allows it")
    return addresses[0]
