"""Turtle: the same triples as JSON-LD, for those who read RDF."""

from rdflib import Graph


def turtle(jsonld: str) -> str:
    """Return a JSON-LD document as Turtle."""
    return Graph().parse(data=jsonld, format="json-ld").serialize(format="turtle")
