"""Turtle: the same triples as JSON-LD, for those who read RDF."""

import json


def turtle(jsonld: str) -> str:
    """Return a JSON-LD document as Turtle."""
    # Not at the top: rdflib is for this format only.
    from rdflib import Graph
    from rdflib.plugins.parsers.jsonld import to_rdf

    triples = Graph()
    to_rdf(json.loads(jsonld), triples)
    return triples.serialize(format="turtle")
