"""What a newcomer reads first in the documentation of the HTTP service."""

SUMMARY = "Who said what about which topic, to whom, when, and where it is written."

DESCRIPTION = """
Communiqué reads diplomatic news and official readouts. Each **statement** it finds has a speaker, a claim
and its topics, and the exact place in an article where it stands: `text[start:end]` gives its words.

Start here:

- what has Wang Yi said on the war in Ukraine? `/v1/statements?speaker=Wang Yi&topic=ukraine-war`
- who is in the graph? `/v1/actors?q=lavrov`; what is talked about? `/v1/topics`
- one statement with all the articles that carry it: `/v1/statements/{id}`

**Names.** Where a parameter takes an actor or a topic, give an id or a name: `Wang Yi`, `wang-yi`. A name
that several share is answered with 409 and lists them; an unknown one with 404 and the nearest.

**Pages.** Lists answer `{"data": [...], "next_cursor": "..."}`. Give `next_cursor` back as `cursor` for the
next page, or follow the `Link` header; it is null on the last one.

**Files.** Every list also comes whole as a file: `format=csv`, `jsonl`, `xlsx` or `parquet`.

**Errors** are problem details (RFC 9457): `detail` is one sentence, `errors` tells by parameter. What a
resource does not know is refused, not ignored.

**Caching.** Every answer has an `ETag`; send it back in `If-None-Match` and get 304 while nothing changed.
"""

TAGS = [
    {"name": "statements", "description": "Who said what: the heart of the graph."},
    {"name": "actors", "description": "Persons, organizations and countries that speak or are spoken to."},
    {"name": "topics", "description": "What is talked about."},
    {"name": "counts", "description": "Counts over time, actors side by side, positions and their changes."},
    {"name": "events", "description": "Calls, meetings and visits, as each side reports them."},
    {"name": "articles", "description": "The texts in which it is written."},
    {"name": "reviews", "description": "What people find of the machine's statements."},
    {"name": "graph", "description": "The graph as a graph: to explore and to draw."},
    {"name": "networks", "description": "Who agrees with whom, and on what: discourse networks."},
    {"name": "files", "description": "Feeds and exports for tools that others made."},
    {"name": "alerts", "description": "Saved queries as feeds, streams and signed webhooks."},
    {"name": "service", "description": "State and versions of the service."},
]
