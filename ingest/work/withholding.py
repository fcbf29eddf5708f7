"""What may be stored of a contribution: of some publishers' texts only the quotations, in their places.

Offsets mean what they meant, and what stands at them is what was said; everything else is blank.
"""

from graph_schema.contribution import Contribution
from graph_schema.nodes import Statement
from graph_schema.relationships import ReportedIn
from graph_schema.selectors import exact_of
from graph_schema.writes import check_spans
from ingest.harvest.captions import article_caption, shortened
from ingest.policies import Policy

Ranges = list[tuple[int, int]]


def withheld(contribution: Contribution, policy: Policy) -> Contribution:
    """Return what may be stored of a contribution; raises SpanMismatch where its words do not stand there.

    `text_hash` stays that of the whole text.
    """
    check_spans(contribution)
    if policy.may_store_text and policy.quotation_length is None:
        return contribution
    article = contribution.article
    places = {edge.start: _cut(edge, contribution, policy) for edge in contribution.reported_in}
    ranges = [span for edge in places.values() if not edge.in_headline for span in _ranges(edge)]
    text = article.text if policy.may_store_text else _blanked(article.text, ranges)
    name = article_caption(article.publisher, article.headline, text)
    changes = {
        "article": article.model_copy(update={"text": text, "name": name}),
        "reported_in": tuple(places[edge.start] for edge in contribution.reported_in),
        "statements": tuple(_quoted(said, places[said.id]) for said in contribution.statements),
    }
    return contribution.model_copy(update=changes)


def _cut(edge: ReportedIn, contribution: Contribution, policy: Policy) -> ReportedIn:
    """Return the place of a statement, as long as may be quoted, without its surroundings."""
    text = contribution.article.headline if edge.in_headline else contribution.article.text
    kept = _first(text, _ranges(edge), policy.quotation_length)
    changes = {
        "starts": tuple(start for start, _ in kept),
        "ends": tuple(end for _, end in kept),
        "exact": exact_of(text, kept),
    }
    around = {} if policy.may_store_text else {"prefix": "", "suffix": ""}
    shorter = {"suffix": ""} if kept != _ranges(edge) else {}
    return edge.model_copy(update=changes | shorter | around)


def _first(text: str, ranges: Ranges, length: int | None) -> Ranges:
    """Return the first so many characters of ranges, up to the end of a word where there is one."""
    if length is None:
        return ranges
    kept: Ranges = []
    for start, end in ranges:
        room = length - sum(e - s for s, e in kept)
        if room > 0:
            kept.append((start, min(end, start + room)))
    start, end = kept[-1]
    if (start, end) not in ranges and not text[end].isspace():
        end = max((at for at in range(start, end) if text[at].isspace()), default=end)
    return [*kept[:-1], (start, max(end, start + 1))]


def _blanked(text: str, ranges: Ranges) -> str:
    kept = {at for start, end in ranges for at in range(start, end)}
    return "".join(char if at in kept or char.isspace() else " " for at, char in enumerate(text))


def _quoted(said: Statement, place: ReportedIn) -> Statement:
    if said.claim == place.exact:
        return said
    head = said.name.partition(": ")[0]
    return said.model_copy(update={"claim": place.exact, "name": shortened(f"{head}: {place.exact}")})


def _ranges(edge: ReportedIn) -> Ranges:
    return list(zip(edge.starts, edge.ends, strict=True))
