"""Neo4j's official driver, lighter and faster than it comes.

It looks for numpy, pandas and pyarrow and loads those that are installed, only to take their values as
parameters: 80 MB that no query of ours needs. It makes dates of types of its own, in more time than all the
rest of an answer takes. And it waits for two bytes, then for a row, then for two bytes again.
"""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

_modules: dict[str, Any] = sys.modules
_unneeded = [name for name in ("numpy", "pandas", "pyarrow") if name not in _modules]
_modules.update(dict.fromkeys(_unneeded))  # what is None there counts as not installed

import neo4j  # noqa: E402 - only now
from neo4j import exceptions  # noqa: E402

for _name in _unneeded:
    del _modules[_name]

__all__ = ["exceptions", "hastened", "neo4j"]

AHEAD = 2**16  # bytes
EPOCH = datetime(1970, 1, 1)  # local times are counted from it too


class Ahead:
    """What came over a connection, of which the driver takes a few bytes at a time: read as it comes."""

    def __init__(self, socket: Any) -> None:
        self.socket = socket
        self.rest = memoryview(b"")

    async def recv_into(self, buffer: memoryview, size: int) -> int:
        """Put at most so many bytes into the buffer, and return how many; none at the end."""
        if not self.rest:
            self.rest = memoryview(await self.socket.recv(AHEAD))
        part, self.rest = self.rest[:size], self.rest[size:]
        buffer[: len(part)] = part
        return len(part)


def hastened(driver: neo4j.AsyncDriver) -> neo4j.AsyncDriver:
    """Return the driver, whose connections from now on read ahead, and give dates and moments as Python's."""
    pool: Any = driver._pool
    opened = pool.opener

    async def opener(*given: Any) -> Any:
        connection = await opened(*given)
        connection.inbox._socket = Ahead(connection.socket)
        connection.hydration_handler.struct_hydration_functions |= DATES
        return connection

    pool.opener = opener
    return driver


def day(days: int) -> date:
    """Return a day, of which Bolt tells how many it is after the first of 1970."""
    return date.fromordinal(EPOCH.toordinal() + days)


def moment(seconds: int, nanoseconds: int, zone: int | str | None = None) -> datetime:
    """Return a moment, counted in UTC, in its zone (seconds east, or a name); without one, a local time."""
    counted = EPOCH + timedelta(seconds=seconds, microseconds=nanoseconds // 1000)
    return counted if zone is None else counted.replace(tzinfo=UTC).astimezone(zone_of(zone))


@cache
def zone_of(given: int | str) -> tzinfo:
    """Return the time zone of an offset in seconds or of a name."""
    return ZoneInfo(given) if isinstance(given, str) else timezone(timedelta(seconds=given))


# by the tags that version 5 of Bolt puts before dates, and times with an offset, with a zone, with neither
DATES: dict[bytes, Callable[..., date]] = {b"D": day, b"I": moment, b"i": moment, b"d": moment}
