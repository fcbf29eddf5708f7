"""Articles: lists of them, and one of them with the places of its statements."""

from datetime import date

from graph_schema import cursors
from graph_schema.errors import NotFound
from graph_schema.identity import places_between
from graph_schema.reads.building import Row, actor_names
from graph_schema.store import Graph
from graph_schema.views import ArticleDetail, ArticleRow, EventName, Page, Passage


async def find_articles(
    graph: Graph,
    *,
    publisher: str | None = None,
    since: date | None = None,
    until: date | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[ArticleRow]:
    """Return articles by time of publication, newest first (undated ones last), then id; days are UTC's."""
    after, before = places_between(since, until)
    found = await graph.read(
        "articles/find",
        publisher=publisher,
        after=cursors.decode("articles", cursor, str)[0] if cursor is not None else after,
        before=before,
        limit=limit + 1,
    )
    more = cursors.encode("articles", [found[limit - 1]["place"]]) if len(found) > limit else None
    rows = tuple(ArticleRow(**{name: row[name] for name in row if name != "place"}) for row in found[:limit])
    return Page[ArticleRow](data=rows, next_cursor=more)


async def get_article(graph: Graph, article: str) -> ArticleDetail:
    """Return the article of that id; raise NotFound where there is none."""
    found = await graph.read("articles/get", id=article)
    if not found:
        raise NotFound(f"there is no article {article!r}")
    passages = [_passage(row) for row in await graph.read("articles/passages", id=article)]
    events = sorted(found[0]["events"], key=lambda event: str(event["id"]))
    return ArticleDetail(
        **found[0] | {"events": tuple(EventName(**event) for event in events)},
        statements=len(passages),
        passages=tuple(sorted(passages, key=lambda passage: (not passage.in_headline, passage.spans))),
    )


def _passage(row: Row) -> Passage:
    spans = tuple(zip(row["starts"], row["ends"], strict=True))
    kept = {name: row[name] for name in row if name not in ("starts", "ends", "speakers")}
    return Passage(**kept, spans=spans, speakers=actor_names(row["speakers"]))
