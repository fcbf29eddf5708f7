"""Linked data and feeds: rdflib and pyshacl on each statement, feedparser on the feed, all by address."""

from pathlib import Path

import feedparser
import httpx
import pyshacl
import pytest
from rdflib import Graph, Namespace
from rdflib.compare import isomorphic
from rdflib.namespace import RDF

from tests.app.corpus import WORLD

pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning:rdflib", "ignore::DeprecationWarning:pyshacl"
)

SCHEMA = Namespace("https://schema.org/")
EVERY = sum(len(each.statements) for each in WORLD)
SHAPES = Path(__file__).with_name("shapes.ttl")


@pytest.fixture(scope="module")
def all_of_it(address: str) -> Graph:
    """All statements in one graph, read from their JSON-LD by address."""
    whole = Graph()
    for row in httpx.get(f"{address}/v1/statements", timeout=60).json()["data"]:
        whole.parse(f"{address}/v1/statements/{row['id']}?format=jsonld", format="json-ld")
    return whole


def test_every_statement_has_the_shape(all_of_it: Graph) -> None:
    assert len(set(all_of_it.subjects(RDF.type, SCHEMA.Quotation))) == EVERY
    conforms, _, report = pyshacl.validate(all_of_it, shacl_graph=Graph().parse(SHAPES), advanced=False)
    assert conforms, report


def test_the_shapes_can_fail(all_of_it: Graph) -> None:
    broken = Graph()
    for triple in all_of_it:
        if triple[1] != SCHEMA.text:
            broken.add(triple)
    conforms, *_ = pyshacl.validate(broken, shacl_graph=Graph().parse(SHAPES))
    assert not conforms


def test_turtle_by_address_says_the_same(address: str) -> None:
    key = httpx.get(f"{address}/v1/statements?limit=1", timeout=60).json()["data"][0]["id"]
    one = f"{address}/v1/statements/{key}?format="
    assert isomorphic(Graph().parse(f"{one}jsonld", format="json-ld"), Graph().parse(f"{one}turtle"))


def test_sparql_answers_who_said_what(all_of_it: Graph) -> None:
    rows = all_of_it.query(
        """PREFIX schema: <https://schema.org/> PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?exact WHERE {
          ?said schema:spokenByCharacter/schema:name "Sergei Lavrov" .
          ?said schema:about/skos:prefLabel "Trade"@en .
          ?note oa:hasBody ?said ; oa:hasTarget/oa:hasSelector/oa:exact ?exact }"""
    )
    assert [str(row[0]) for row in rows] == ["new tariffs would harm both economies"]  # type: ignore[index]


def test_feedparser_follows_the_feed(address: str) -> None:
    feed = feedparser.parse(f"{address}/v1/feeds/statements.atom")
    assert not feed.bozo, feed.get("bozo_exception")
    assert (feed.status, feed.version) == (200, "atom10")
    assert len(feed.entries) == EVERY
    assert len({entry.id for entry in feed.entries}) == EVERY
    assert all(entry.title and entry.updated_parsed and entry.author and entry.tags for entry in feed.entries)
    again = feedparser.parse(f"{address}/v1/feeds/statements.atom", etag=feed.etag)
    assert again.status == 304
