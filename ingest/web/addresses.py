"""Addresses of pages: one spelling for each, and which of them may be asked."""

import ipaddress
import socket
from functools import cache
from urllib.parse import urldefrag, urlsplit

from courlan import clean_url

from graph_schema.errors import SourceUnavailable


@cache
def canonical(url: str) -> str:
    """Return the address without tracking parameters, default port, fragment and closing slash."""
    cleaned = clean_url(urldefrag(url).url)
    return (cleaned or url).rstrip("/")


def host_of(url: str) -> str:
    """Return scheme, host and port: what one queue and one robots.txt are for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.lower()}"


def reachable(host: str, port: int, allow_private: bool) -> str:
    """Return the address at which a host may be asked.

    Raises SourceUnavailable where it has none, or only private ones: a page must not make us ask the machines
    behind our own walls.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise SourceUnavailable(f"{host} is not known: {error.strerror or error}") from error
    addresses = [str(address[0]) for *_, address in found]
    open_ones = [a for a in addresses if allow_private or ipaddress.ip_address(a).is_global]
    if not open_ones:
        raise SourceUnavailable(f"{host} is a private address, which is not asked unless it is allowed")
    return open_ones[0]
