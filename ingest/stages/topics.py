"""Say what each statement is about: at most four topics, the main one first, with the words that say so.

Phrases of the gazetteer (in the claim, the cue, the rest of the sentence, the whole article) and the tagger's
reading are weighed together. What the article speaks of most counts too: "the conflict" in an article on Gaza
is that one.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ingest.annotations import Attribution, Span
from ingest.gazetteer.topics import Sign, TopicMatch, weighed
from ingest.reading import Reading

MOST = 4
# All topics from here on, rather one too many than the main one missed; the best one already from there on.
_LIKELY, _AT_LEAST = 0.2, 0.1
_HEADLINE = 3.0  # a phrase of the headline says as much about the article as so many of its text
_PROMINENT = 0.5


class Evidence(NamedTuple):
    """What speaks for one topic of one statement, 0 to 1."""

    tagger: float  # by the tagger's reading of the statement
    claim: float  # by phrases in the claim
    cue: float  # by phrases in the cue (condolences on ...)
    sentence: float  # by phrases in the rest of its sentence
    article: float  # by phrases in the whole text
    prominence: float  # how often the article speaks of it, beside the topic it speaks of most
    neighbours: float  # by the tagger, the mean of the statements before and after


# Fitted (logistic regression) on 1,576 annotated statements which neither the tagger nor the phrases knew.
_WEIGHTS = Evidence(0.51, 0.48, 3.11, 0.7, 0.89, 1.24, 1.12)
_BIAS = -1.29


def find_topics(reading: Reading) -> None:
    """Set topics and their reasons on each attribution; needs the tagger's scores of all of them."""
    known = reading.gazetteer.topics
    signs = {False: known.signs(reading.body_text), True: known.signs(reading.headline_text)}
    article = _article(reading.body_text, signs[False], signs[True])
    scores = [attribution.scores.topics for attribution in reading.attributions]
    for at, attribution in enumerate(reading.attributions):
        said = _said(reading, attribution, signs[attribution.in_headline])
        evidence = _evidence(
            said, article, scores[at], [*scores[max(0, at - 1) : at], *scores[at + 1 : at + 2]]
        )
        attribution.topics = ranked(evidence)
        attribution.topic_reasons = {topic: _reason(topic, said) for topic in attribution.topics}


def ranked(evidence: Mapping[str, Evidence]) -> list[str]:
    """Return the likely topics, the likeliest first."""
    likely = {topic: _probability(seen) for topic, seen in evidence.items()}
    order = sorted(likely, key=lambda topic: -likely[topic])[:MOST]
    return [t for rank, t in enumerate(order) if likely[t] > (_LIKELY if rank else _AT_LEAST)]


class _Article(NamedTuple):
    """What the article as a whole speaks of."""

    spoken: dict[str, float]
    prominence: dict[str, float]


def _article(text: str, signs: Sequence[Sign], headline: Sequence[Sign]) -> _Article:
    times: defaultdict[str, float] = defaultdict(float)
    for sign in signs:
        times[sign.topic] += sign.weight
    for sign in headline:
        times[sign.topic] += _HEADLINE * sign.weight
    most = max(times.values(), default=1.0)
    return _Article(_weights(weighed(text, signs)), {topic: often / most for topic, often in times.items()})


class _Said(NamedTuple):
    """The topics that phrases speak of, by where they stand."""

    claim: list[TopicMatch]
    cue: list[TopicMatch]
    sentence: list[TopicMatch]


def _said(reading: Reading, attribution: Attribution, signs: Sequence[Sign]) -> _Said:
    text, cue = reading.text(attribution), attribution.cue
    tokens = reading.tokens(attribution, cue or attribution.contents[0])
    sentence = Span(tokens.sent.start_char, tokens.sent.end_char) if tokens is not None else Span(0, 0)
    around = _within(signs, sentence)
    claimed = [sign for span in attribution.contents for sign in _within(signs, span)]
    outside = [sign for sign in around if sign not in claimed]
    return _Said(
        weighed(text, claimed), weighed(text, _within(signs, cue) if cue else ()), weighed(text, outside)
    )


def _within(signs: Sequence[Sign], span: Span) -> list[Sign]:
    first = bisect_left(signs, span.start, key=lambda sign: sign.start)
    last = bisect_left(signs, span.end, key=lambda sign: sign.start)
    return [sign for sign in signs[first:last] if sign.end <= span.end]


def _evidence(
    said: _Said,
    article: _Article,
    tagger: Mapping[str, float],
    neighbours: Sequence[Mapping[str, float]],
) -> dict[str, Evidence]:
    """Return what speaks for each topic that anything close, or all the article, speaks for."""
    claim, cue, sentence = map(_weights, said)
    prominent = {topic for topic, share in article.prominence.items() if share > _PROMINENT}
    return {
        topic: Evidence(
            tagger.get(topic, 0.0),
            claim.get(topic, 0.0),
            cue.get(topic, 0.0),
            sentence.get(topic, 0.0),
            article.spoken.get(topic, 0.0),
            article.prominence.get(topic, 0.0),
            sum(near.get(topic, 0.0) for near in neighbours) / 2,
        )
        for topic in {*tagger, *claim, *cue, *sentence, *prominent}
    }


def _probability(seen: Evidence) -> float:
    log_odds = [_log_odds(seen.tagger, 0.01), _log_odds(seen.claim, 0.075), *seen[2:]]
    return 1 / (1 + math.exp(-_BIAS - sum(w * x for w, x in zip(_WEIGHTS, log_odds, strict=True))))


def _log_odds(p: float, least: float) -> float:
    p = min(max(p, least), 0.99)
    return math.log(p / (1 - p))


def _weights(matches: Iterable[TopicMatch]) -> dict[str, float]:
    return {match.topic: match.weight for match in matches}


def _reason(topic: str, said: _Said) -> tuple[str, ...]:
    """Return the words that speak for a topic, those of the claim before those of cue and sentence."""
    words = [word for matches in said for match in matches if match.topic == topic for word in match.words]
    return tuple(dict.fromkeys(words))
