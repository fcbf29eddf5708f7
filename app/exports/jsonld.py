"""JSON-LD: a statement in schema.org, SKOS and PROV words, its places as Web Annotations."""

import json
import re
from typing import Any

from graph_schema.views import ActorName, Appearance, StatementDetail
from graph_schema.vocabulary import ActorType

CONTEXT = {
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
TYPES = {
    ActorType.PERSON: "schema:Person",
    ActorType.ORGANIZATION: "schema:Organization",
    ActorType.COUNTRY: "schema:Country",
}
WIKIDATA = re.compile(r"Q[1-9][0-9]*")


def jsonld(statement: StatementDetail, base: str) -> str:
    """Return a statement as a JSON-LD document; `base` is the address of this service, with a final slash."""
    annotations = [annotation(statement, place, base) for place in statement.appearances]
    nodes = [quotation(statement, base), *annotations]
    return json.dumps({"@context": CONTEXT, "@graph": nodes}, ensure_ascii=False)


def quotation(statement: StatementDetail, base: str) -> dict[str, Any]:
    """Return the node of what was said."""
    articles = [article(place, base) for place in statement.appearances]
    return known(
        {
            "@id": f"{base}v1/statements/{statement.id}",
            "@type": ["schema:Quotation", "schema:Claim", "prov:Entity"],
            "schema:name": statement.name,
            "schema:text": statement.claim,
            "schema:spokenByCharacter": [actor(each, base) for each in statement.speakers],
            "schema:audience": [actor(each, base) for each in statement.addressees],
            "schema:mentions": [actor(each, base) for each in statement.mentions],
            "schema:about": [
                {
                    "@id": f"{base}v1/topics/{topic.id}",
                    "@type": "skos:Concept",
                    "skos:prefLabel": {"@value": topic.label, "@language": "en"},
                }
                for topic in statement.topics
            ],
            "schema:dateCreated": typed(statement.said_on, "xsd:date"),
            "schema:appearance": articles,
            "prov:wasDerivedFrom": [{"@id": each["@id"]} for each in articles],
            "prov:generatedAtTime": typed(statement.extracted_at, "xsd:dateTime"),
            "prov:wasAttributedTo": {"@type": "prov:SoftwareAgent", "schema:name": statement.extracted_by},
        }
    )


def article(place: Appearance, base: str) -> dict[str, Any]:
    """Return the node of an article that carries it."""
    return known(
        {
            "@id": f"{base}v1/articles/{place.article}",
            "@type": ["schema:NewsArticle", "prov:Entity"],
            "schema:headline": place.headline,
            "schema:publisher": place.publisher
            and {"@type": "schema:Organization", "schema:name": place.publisher},
            "schema:datePublished": typed(place.published_at, "xsd:dateTime"),
            "schema:url": place.url and {"@id": place.url},
        }
    )


def annotation(statement: StatementDetail, place: Appearance, base: str) -> dict[str, Any]:
    """Return the annotation that ties a statement to its characters in one article."""
    source = f"{base}v1/articles/{place.article}" + ("#headline" if place.in_headline else "")
    positions = [
        {"@type": "oa:TextPositionSelector", "oa:start": natural(start), "oa:end": natural(end)}
        for start, end in place.spans
    ]
    quote = {
        "@type": "oa:TextQuoteSelector",
        "oa:exact": place.exact,
        "oa:prefix": place.prefix,
        "oa:suffix": place.suffix,
    }
    return {
        "@type": "oa:Annotation",
        "oa:motivatedBy": {"@id": "oa:describing"},
        "oa:hasBody": {"@id": f"{base}v1/statements/{statement.id}"},
        "oa:hasTarget": {
            "@type": "oa:SpecificResource",
            "oa:hasSource": {"@id": source},
            "oa:hasSelector": [*positions, quote],
        },
    }


def actor(given: ActorName, base: str) -> dict[str, Any]:
    """Return the node of an actor: Wikidata's address where it has one, else ours."""
    wikidata = WIKIDATA.fullmatch(given.id) is not None
    address = f"http://www.wikidata.org/entity/{given.id}" if wikidata else f"{base}v1/actors/{given.id}"
    return {"@id": address, "@type": TYPES[given.type], "schema:name": given.name}


def typed(value: Any, type_: str) -> dict[str, str] | None:
    """Return a day or time as a typed literal."""
    return {"@value": value.isoformat(), "@type": type_} if value else None


def natural(number: int) -> dict[str, str]:
    """Return an offset as the Web Annotation vocabulary types it."""
    return {"@value": str(number), "@type": "xsd:nonNegativeInteger"}


def known(node: dict[str, Any]) -> dict[str, Any]:
    """Return a node without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, "", [])}
