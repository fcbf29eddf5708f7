"""Rows of queries as views: sorted, with the office held on the day."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from graph_schema.views import (
    ActorName,
    Appearance,
    EventName,
    EventSummary,
    Speaker,
    StatementDetail,
    StatementRow,
    TopicName,
    TopicReason,
    Wording,
)

Row = dict[str, Any]
SHOWN = (
    *("id", "claim", "cue", "kind", "act", "stance", "negated", "said_on", "said_on_precision"),
    *("attribution", "joint", "confidence", "reviewed", "reviewed_by"),
)


def statement_row(row: Row) -> StatementRow:
    """Return a row of `statements/rows` as a view."""
    return StatementRow(**_statement(row))


def statement_detail(row: Row, whole: Row) -> StatementDetail:
    """Return rows of `statements/rows` and `statements/whole` as one view."""
    return StatementDetail(
        **_statement(row),
        name=whole["name"],
        extracted_by=whole["extracted_by"],
        extracted_at=whole["extracted_at"],
        reviewed_at=whole["reviewed_at"],
        mentions=actor_names(whole["mentions"]),
        wordings=tuple(
            Wording(**given | {"candidates": tuple(given["candidates"] or ())})
            for given in sorted(whole["wordings"], key=lambda given: given["actor"])
        ),
        topic_reasons=tuple(
            TopicReason(**given | {"reasons": tuple(given["reasons"] or ())})
            for given in sorted(whole["topic_reasons"], key=_by_rank)
        ),
        occasion=next(
            (
                EventSummary(**given | {"participants": actor_names(given["participants"])})
                for given in sorted(whole["occasions"], key=_by_id)
            ),
            None,
        ),
    )


def _statement(row: Row) -> Row:
    stored: Row = row["statement"]
    appearances = tuple(appearance(given) for given in sorted(row["appearances"], key=_by_publication))
    return {name: stored.get(name) for name in SHOWN} | {
        "speakers": tuple(
            _speaker(given, stored.get("said_on")) for given in sorted(row["speakers"], key=_by_id)
        ),
        "voice": actor_names(row["voice"]),
        "addressees": actor_names(row["addressees"]),
        "on_behalf_of": actor_names(row["on_behalf_of"]),
        "topics": tuple(
            TopicName(id=given["id"], label=given["label"]) for given in sorted(row["topics"], key=_by_rank)
        ),
        "event": next((EventName(**given) for given in sorted(row["events"], key=_by_id)), None),
        "appearances": appearances,
        "article_count": len(appearances),
    }


def appearance(given: Row) -> Appearance:
    """Return where a statement stands in one article."""
    ranges = tuple(zip(given["starts"], given["ends"], strict=True))
    return Appearance(**{name: given[name] for name in given if name not in ("starts", "ends")}, spans=ranges)


def actor_names(rows: Iterable[Row]) -> tuple[ActorName, ...]:
    """Return actors by id."""
    return tuple(ActorName(**row) for row in sorted(rows, key=_by_id))


def _speaker(given: Row, day: date | None) -> Speaker:
    return Speaker(
        id=given["id"],
        name=given["name"],
        type=given["type"],
        country=given["country"],
        position=position_on(given["terms"], day) or given["written"],
    )


def position_on(terms: Iterable[Row], day: date | None) -> str | None:
    """Return the position held on the day, the last taken up of several; without a day the last of all."""
    held = [term for term in terms if day is None or _covers(term["since"], term["until"], day.isoformat())]
    latest = max(held, key=lambda term: (term["since"], term["name"]), default=None)
    return latest["name"] if latest else None


def _covers(since: str, until: str, day: str) -> bool:
    """Tell whether a term covers a day; ends may be years or months only, and count as wholly within."""
    return since <= day and (not until or day[: len(until)] <= until)


def _by_id(row: Row) -> str:
    return str(row["id"])


def _by_rank(row: Row) -> tuple[int, str]:
    return row["rank"], row.get("id") or row.get("topic") or ""


def _by_publication(row: Row) -> tuple[str, str]:
    published = row["published_at"]
    return published.isoformat() if published else "~", row["article"]
