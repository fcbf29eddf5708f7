"""New statements as they come: Server-Sent Events, with a place from which a reader that was away goes on.

Articles read at one moment may be written a little later than others read after them; so each look goes back
a minute, and what this reader was sent already is left out.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

from graph_schema.filters import StatementFilter
from graph_schema.reads.news import News, find_news
from graph_schema.reads.standing import get_data_version, standing_by
from graph_schema.store import Graph

LOOK_BACK = timedelta(minutes=1)
HEARTBEAT = 15.0
BATCH = 500
REMEMBERED = 10_000


async def events(
    graph: Graph, asked: StatementFilter, since: datetime, *, pause: float
) -> AsyncIterator[bytes]:
    """Yield an event for each statement that matches and was read after a moment; for ever.

    `pause` are the seconds between looks. Between events a comment tells that the line is not dead.
    """
    sent: dict[str, None] = {}
    version, mark, told = -1, since, time.monotonic()
    yield b": statements as they are read\n\n"
    while True:
        current = await get_data_version(graph)
        if current != version:
            with standing_by(graph, current):
                fresh = await look(graph, asked, since, mark, sent)
            for news in fresh:
                mark = max(mark, news.read_at)
                yield event(news)
                told = time.monotonic()
            version = current
        if time.monotonic() - told >= HEARTBEAT:
            yield b": still here\n\n"
            told = time.monotonic()
        await asyncio.sleep(pause)


async def look(
    graph: Graph, asked: StatementFilter, since: datetime, mark: datetime, sent: dict[str, None]
) -> list[News]:
    """Return all news after the last, and what came late; remember it as sent."""
    found, after = list[News](), max(since, mark - LOOK_BACK)
    while True:
        page = await find_news(graph, asked, after=after, limit=BATCH)
        fresh = [news for news in page if news.statement.id not in sent]
        sent |= dict.fromkeys(news.statement.id for news in fresh)
        found += fresh
        if len(page) < BATCH or not fresh:
            break
        after = page[-1].read_at - timedelta(milliseconds=1)
    for key in list(sent)[:-REMEMBERED]:
        del sent[key]
    return found


def event(news: News) -> bytes:
    """Return one event; its id is the moment after which a reader goes on."""
    moment = news.read_at.astimezone(UTC).isoformat()
    return f"id: {moment}\nevent: statement\ndata: {news.statement.model_dump_json()}\n\n".encode()
