"""A reading as the JSON object that `communique extract` prints (one an article)."""

from __future__ import annotations

from collections import Counter
from typing import Any

from graph_schema.identity import fold, statement_id
from graph_schema.selectors import exact_of
from graph_schema.vocabulary import Precision
from ingest.annotations import Attribution, Occasion, Party
from ingest.reading import Reading

# of a time that is known to the day or less: how many characters of it are shown
_SHOWN = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}


def printed(reading: Reading) -> dict[str, Any]:
    """Return the reading in the shape of the command line's contract."""
    article = reading.article
    return {
        "id": article.id,
        "headline": article.headline,
        "publisher": article.publisher,
        "published_at": _stamp(reading),
        "language": article.language,
        "event": _event(reading.occasion),
        "statements": [
            _statement(reading, attribution, key)
            for attribution, key in zip(reading.attributions, statement_ids(reading), strict=True)
        ],
    }


def statement_ids(reading: Reading, story: str | None = None) -> list[str]:
    """Return the id of each attribution of a reading; `story` is the original's id for a wire copy."""
    seen: Counter[tuple[bool, str]] = Counter()
    ids = []
    for attribution in reading.attributions:
        claim = reading.claim(attribution)
        place = (attribution.in_headline, fold(claim))
        ids.append(statement_id(story or reading.article.id, claim, attribution.in_headline, seen[place]))
        seen[place] += 1
    return ids


def _stamp(reading: Reading) -> str | None:
    moment = reading.article.published_at
    if moment is None:
        return None
    stamp = moment.isoformat().replace("+00:00", "Z")
    return stamp[: _SHOWN.get(reading.article.published_precision or Precision.DAY)]


def _statement(reading: Reading, attribution: Attribution, key: str) -> dict[str, Any]:
    text = reading.article.headline if attribution.in_headline else reading.article.text  # exactly as given
    return {
        "id": key,
        "claim": exact_of(text, attribution.contents),
        "claim_spans": [list(span) for span in attribution.contents],
        "in_headline": attribution.in_headline,
        "cue": text[slice(*attribution.cue)] if attribution.cue else None,
        "cue_span": list(attribution.cue) if attribution.cue else None,
        "source": text[slice(*attribution.source)] if attribution.source else None,
        "source_span": list(attribution.source) if attribution.source else None,
        "speakers": [_speaker(party) for party in attribution.speakers],
        "voice": [_named(party) for party in attribution.voice],
        "addressees": [_named(party) for party in attribution.addressees],
        "via": _named(attribution.via) if attribution.via else None,
        "kind": attribution.kind,
        "act": attribution.act,
        "stance": attribution.stance,
        "negated": attribution.negated,
        "topics": attribution.topics,
        "said_on": attribution.said_on.isoformat() if attribution.said_on else None,
        "attribution": attribution.attribution,
        "joint": attribution.joint,
        "confidence": round(attribution.confidence, 4),
    }


def _speaker(party: Party) -> dict[str, Any]:
    return {
        "id": party.id,
        "name": party.name,
        "type": party.type,
        "country": party.country,
        "position": party.position,
    }


def _named(party: Party) -> dict[str, Any]:
    return {"id": party.id, "name": party.name}


def _event(occasion: Occasion | None) -> dict[str, Any] | None:
    if occasion is None:
        return None
    return {
        "kind": occasion.kind,
        "participants": [
            {"id": party.id, "name": party.name, "country": party.country} for party in occasion.participants
        ],
        "starts_on": occasion.starts_on.isoformat() if occasion.starts_on else None,
        "place": occasion.place,
    }
