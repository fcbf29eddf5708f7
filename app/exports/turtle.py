"""Turtle: the same triples as JSON-LD, for those who read RDF."""

import json

from rdflib import Graph
from rdflib.plugins.parsers.jsonld import to_rdf


def turtle(jsonld: str) -> str:
    """Return a JSON-LD document as Turtle."""
    triples = Graph()
    to_rdf(json.loads(jsonld), triples)
    return triples.serialize(format="turtle")
