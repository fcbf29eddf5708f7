"""Rows of queries as views: sorted, with the office held on the day; checked once, as a whole."""

from collections.abc import Iterable
from datetime import date
from operator import itemgetter
from typing import Any

from pydantic import TypeAdapter

from graph_schema.views import ActorName, StatementDetail, StatementRow

Row = dict[str, Any]
ACTORS = TypeAdapter(tuple[ActorName, ...])
STATEMENTS = TypeAdapter(tuple[StatementRow, ...])
BY_ID, BY_ACTOR = itemgetter("id"), itemgetter("actor")


def statement_rows(rows: Iterable[Row]) -> dict[str, StatementRow]:
    """Return rows of `statements/rows` as views, by id."""
    return {view.id: view for view in STATEMENTS.validate_python([_statement(row) for row in rows])}


def statement_detail(row: Row, whole: Row) -> StatementDetail:
    """Return rows of `statements/rows` and `statements/whole` as one view."""
    told = {
        "mentions": sorted(whole["mentions"], key=BY_ID),
        "wordings": [
            given | {"candidates": given["candidates"] or ()}
            for given in sorted(whole["wordings"], key=BY_ACTOR)
        ],
        "topic_reasons": [
            given | {"reasons": given["reasons"] or ()}
            for given in sorted(whole["topic_reasons"], key=_by_rank)
        ],
        "occasion": next(map(_occasion, sorted(whole["occasions"], key=BY_ID)), None),
    }
    kept = _only(whole, "name", "extracted_by", "extracted_at", "reviewed_at")
    return StatementDetail.model_validate(_statement(row) | kept | told)


def _statement(row: Row) -> Row:
    stored: Row = row["statement"]
    return stored | {
        "speakers": [_speaker(given, stored["said_on"]) for given in sorted(row["speakers"], key=BY_ID)],
        "voice": sorted(row["voice"], key=BY_ID),
        "addressees": sorted(row["addressees"], key=BY_ID),
        "on_behalf_of": sorted(row["on_behalf_of"], key=BY_ID),
        "topics": [_only(given, "id", "label") for given in sorted(row["topics"], key=_by_rank)],
        "event": min(row["events"], key=BY_ID, default=None),
        "appearances": [_appearance(given) for given in sorted(row["appearances"], key=_by_publication)],
        "article_count": len(row["appearances"]),
    }


def _appearance(given: Row) -> Row:
    starts, ends = given["starts"], given["ends"]
    shown = {name: given[name] for name in given if name not in ("starts", "ends")}
    return shown | {"spans": list(zip(starts, ends, strict=True))}


def _occasion(given: Row) -> Row:
    return given | {"participants": sorted(given["participants"], key=BY_ID)}


def _speaker(given: Row, day: date | None) -> Row:
    position = position_on(given["terms"], day) or given["written"]
    return _only(given, "id", "name", "type", "country") | {"position": position}


def _only(given: Row, *names: str) -> Row:
    return {name: given[name] for name in names}


def actor_names(rows: Iterable[Row]) -> tuple[ActorName, ...]:
    """Return actors by id."""
    return ACTORS.validate_python(sorted(rows, key=BY_ID))


def position_on(terms: Iterable[Row], day: date | None) -> str | None:
    """Return the position held on the day, the last taken up of several; without a day the last of all."""
    held = [term for term in terms if day is None or _covers(term["since"], term["until"], day.isoformat())]
    latest = max(held, key=lambda term: (term["since"], term["name"]), default=None)
    return latest["name"] if latest else None


def _covers(since: str, until: str, day: str) -> bool:
    """Tell whether a term covers a day; ends may be years or months only, and count as wholly within."""
    return since <= day and (not until or day[: len(until)] <= until)


def _by_rank(row: Row) -> tuple[int, str]:
    return row["rank"], row.get("id") or row.get("topic") or ""


def _by_publication(row: Row) -> tuple[str, str]:
    published = row["published_at"]
    return published.isoformat() if published else "~", row["article"]
