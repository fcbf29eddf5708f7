"""No text and no span breaks the stages that say what was said."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.annotations import Attribution, Span
from ingest.articles import GivenArticle
from ingest.gazetteer.loading import Gazetteer
from ingest.reading import Reading
from ingest.stages.acts import judge_acts
from ingest.stages.contents import trim_contents
from ingest.stages.dates import date_statements
from ingest.stages.headlines import read_headline
from ingest.stages.kinds import tell_kinds
from ingest.stages.negations import mark_negations
from ingest.stages.occasions import find_occasion
from ingest.stages.quotations import find_quotations
from ingest.stages.stances import judge_stances
from ingest.stages.topics import find_topics
from tests.ingest.stages.marked import nlp

STAGES = (
    find_quotations,
    trim_contents,
    read_headline,
    tell_kinds,
    find_occasion,
    mark_negations,
    judge_acts,
    judge_stances,
    find_topics,
    date_statements,
)
TEXTS = st.text(
    alphabet=st.sampled_from("ab Wang said: “\"'”.,\n–- 12 May Monday\u200b\u00a0é中"), max_size=80
)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS, st.lists(st.tuples(st.booleans(), *[st.integers(0, 80)] * 4), max_size=4))
def test_stages_survive(text: str, headline: str, spans: list[tuple[bool, int, int, int, int]]) -> None:
    article = GivenArticle(text, headline, published_at=datetime(2023, 8, 7, tzinfo=UTC))
    reading = Reading(article, nlp()(text), nlp()(headline), Gazetteer.load())
    for above, *ends in spans:
        size = len(headline if above else text)
        a, b, c, d = (min(end, size) for end in ends)
        cue = Span(min(c, d), max(c, d)) if c != d else None
        reading.attributions.append(Attribution([Span(min(a, b), max(a, b))], cue, in_headline=above))
    for stage in STAGES:
        stage(reading)
    for attribution in reading.attributions:
        assert all(0 <= a < b <= len(reading.text(attribution)) for a, b in attribution.contents)
        assert attribution.said_on is not None
