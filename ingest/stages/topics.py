"""Say what each statement is about: at most four topics, the main one first, with the words that say so.

Phrases of the gazetteer (in the claim, the cue, the rest of the sentence, the whole article) and the tagger's
reading are weighed together. What the other statements of the article are about counts too: "the conflict" in
an article on Gaza is that one.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ingest.annotations import Attribution, Span
from ingest.gazetteer.topics import Sign, TopicMatch, weighed
from ingest.reading import Reading

MOST = 4
_LIKELY, _AT_LEAST = 0.25, 0.1  # all topics from here on; the best one already from there on


class Evidence(NamedTuple):
    """What speaks for one topic of one statement; shares and probabilities, 0 to 1."""

    tagger: float  # by the tagger's reading of the statement
    claim: float  # by phrases in the claim
    cue: float  # by phrases in the cue (condolences on ...)
    sentence: float  # by phrases in the rest of its sentence
    article: float  # by phrases in the whole text
    others: float  # by the tagger, the mean of the article's other statements
    neighbours: float  # by the tagger, the mean of the statements before and after


# Fitted (logistic regression) on 1,576 annotated statements which neither the tagger nor the phrases knew.
_WEIGHTS = Evidence(0.46, 0.48, 2.7, 0.77, 1.34, 1.14, 0.93)
_BIAS = -1.28


def find_topics(reading: Reading) -> None:
    """Set topics and their reasons on each attribution; needs the tagger's scores of all of them."""
    known = reading.gazetteer.topics
    signs = {False: known.signs(reading.body_text), True: known.signs(reading.headline_text)}
    article = _weights(weighed(reading.body_text, signs[False]))
    scores = [attribution.scores.topics for attribution in reading.attributions]
    for at, attribution in enumerate(reading.attributions):
        said = _said(reading, attribution, signs[attribution.in_headline])
        evidence = _evidence(said, article, scores, at)
        attribution.topics = ranked(evidence)
        attribution.topic_reasons = {topic: _reason(topic, said) for topic in attribution.topics}


def ranked(evidence: Mapping[str, Evidence]) -> list[str]:
    """Return the likely topics, the likeliest first."""
    likely = {topic: _probability(seen) for topic, seen in evidence.items()}
    order = sorted(likely, key=lambda topic: -likely[topic])[:MOST]
    return [t for rank, t in enumerate(order) if likely[t] > (_LIKELY if rank else _AT_LEAST)]


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
    said: _Said, article: Mapping[str, float], scores: Sequence[Mapping[str, float]], at: int
) -> dict[str, Evidence]:
    """Return what speaks for each topic that anything close speaks for."""
    claim, cue, sentence = map(_weights, said)
    others = [*scores[:at], *scores[at + 1 :]]
    neighbours = [*scores[max(0, at - 1) : at], *scores[at + 1 : at + 2]]
    return {
        topic: Evidence(
            scores[at].get(topic, 0.0),
            claim.get(topic, 0.0),
            cue.get(topic, 0.0),
            sentence.get(topic, 0.0),
            article.get(topic, 0.0),
            _mean(topic, others),
            sum(near.get(topic, 0.0) for near in neighbours) / 2,
        )
        for topic in {*scores[at], *claim, *cue, *sentence}
    }


def _probability(seen: Evidence) -> float:
    log_odds = [_log_odds(seen.tagger, 0.01), _log_odds(seen.claim, 0.075), *seen[2:]]
    return 1 / (1 + math.exp(-_BIAS - sum(w * x for w, x in zip(_WEIGHTS, log_odds, strict=True))))


def _log_odds(p: float, least: float) -> float:
    p = min(max(p, least), 0.99)
    return math.log(p / (1 - p))


def _weights(matches: Iterable[TopicMatch]) -> dict[str, float]:
    return {match.topic: match.weight for match in matches}


def _mean(topic: str, scores: Sequence[Mapping[str, float]]) -> float:
    return sum(score.get(topic, 0.0) for score in scores) / max(len(scores), 1)


def _reason(topic: str, said: _Said) -> tuple[str, ...]:
    """Return the words that speak for a topic, those of the claim before those of cue and sentence."""
    words = [word for matches in said for match in matches if match.topic == topic for word in match.words]
    return tuple(dict.fromkeys(words))
