"""A stand-in for Wikidata's query service: a real SPARQL engine over HTTP on loopback, with its moods.

Statements are kept as Wikidata's RDF has them, so that the query itself is tested, and what comes back has
the shape of SPARQL results in JSON: types, datatypes, language tags.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs

from rdflib import RDFS, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

WD = Namespace("http://www.wikidata.org/entity/")
WDS = Namespace("http://www.wikidata.org/entity/statement/")
WDV = Namespace("http://www.wikidata.org/value/")
P = Namespace("http://www.wikidata.org/prop/")
PS = Namespace("http://www.wikidata.org/prop/statement/")
PQ = Namespace("http://www.wikidata.org/prop/qualifier/")
PQV = Namespace("http://www.wikidata.org/prop/qualifier/value/")
WDT = Namespace("http://www.wikidata.org/prop/direct/")
WIKIBASE = Namespace("http://wikiba.se/ontology#")
PREFIXES = {  # those that the service knows without being told
    "wd": WD, "wdt": WDT, "p": P, "ps": PS, "pq": PQ, "pqv": PQV, "wikibase": WIKIBASE, "rdfs": RDFS,
    "xsd": XSD,
}  # fmt: skip
PRECISION = {4: 9, 7: 10, 10: 11}
UNKNOWN_DAY = "unknown"


@dataclass
class Statements:
    """Statements that somebody held a post, as triples."""

    triples: Graph = field(default_factory=Graph)
    made: int = 0

    def held(
        self, person: str, name: str, position: str, since: str = "", until: str = "",
        gender: str = "Q6581097", language: str = "en", rank: str = "NormalRank",
    ) -> None:  # fmt: skip
        """Add one; days as "2023-07-25", "2023-07", "2023", "" for none, UNKNOWN_DAY."""
        self.made += 1
        statement = WDS[f"{person}-{self.made:08}"]
        self.add(WD[person], P.P39, statement)
        self.add(statement, PS.P39, WD[position])
        self.add(statement, WIKIBASE.rank, WIKIBASE[rank])
        self.add(WD[person], RDFS.label, Literal(name, lang=language))
        self.add(WD[person], RDFS.label, Literal(f"{name} auf Deutsch", lang="de"))
        self.add(WD[person], WDT.P21, WD[gender])
        self.qualify(statement, "P580", since)
        self.qualify(statement, "P582", until)

    def qualify(self, statement: URIRef, name: str, day: str) -> None:
        if day == UNKNOWN_DAY:
            self.add(statement, PQ[name], BNode())
        elif day:
            moment = Literal(
                f"{day}{'-01-01'[len(day) - 10 :] if len(day) < 10 else ''}T00:00:00Z", datatype=XSD.dateTime
            )
            value = WDV[f"{self.made}{name}"]
            self.add(statement, PQ[name], moment)
            self.add(statement, PQV[name], value)
            self.add(value, WIKIBASE.timeValue, moment)
            self.add(value, WIKIBASE.timePrecision, Literal(PRECISION[len(day)]))

    def add(self, subject: Node, predicate: Node, value: Node) -> None:
        self.triples.add((subject, predicate, value))


@dataclass
class Mood:
    """How the service answers once instead of answering well."""

    status: int = 200
    body: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    cut: int | None = None  # bytes after which the connection ends


BUSY = Mood(429, b"Rate limit exceeded", {"Retry-After": "3"})
BROKEN = Mood(500, b"java.util.concurrent.TimeoutException")
STACK_TRACE = Mood(  # what a query that runs too long gets: a good status, and the end of it is no JSON
    body=b'{"head": {"vars": ["statement"]}, "results": {"bindings": [ {\n "statement": {"type": "uri", '
    b'"value": "SPARQL-QUERY: queryStr=SELECT\njava.util.concurrent.TimeoutException\n\tat java.util'
)
NO_RESULTS = Mood(body=b'{"boolean": true}')
PAGE_OF_HTML = Mood(body=b"<html><title>Wikimedia Error</title></html>")
FORBIDDEN = Mood(
    403, b"You have been banned until 2026-11-25, please respect throttling and retry-after headers."
)
CUT_OFF = Mood(cut=40)
SLOW = Mood(delay=1.5)


@dataclass
class Service:
    """A running stand-in: its address, what it was asked, and the moods that come first."""

    address: str
    statements: Statements
    moods: list[Mood]
    queries: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    answers: dict[str, bytes] = field(default_factory=dict)


@contextmanager
def query_service(statements: Statements, *moods: Mood) -> Iterator[Service]:
    """Serve on loopback while the block lasts."""

    class Handler(_Handler):
        pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    Handler.service = Service(f"http://127.0.0.1:{server.server_port}/sparql", statements, list(moods))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield Handler.service
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    service: ClassVar[Service]

    def do_POST(self) -> None:
        service = self.service
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        service.queries.append(form["query"][0])
        service.agents.add(self.headers["User-Agent"])
        if self.headers["Accept"] != "application/sparql-results+json":
            self._send(Mood(406, b"ask for JSON"))
            return
        mood = service.moods.pop(0) if service.moods else Mood()
        time.sleep(mood.delay)
        self._send(mood)

    def _send(self, mood: Mood) -> None:
        body = self._answer() if mood.body is None else mood.body
        self.send_response(mood.status)
        for name, value in mood.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/sparql-results+json;charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: mood.cut])

    def _answer(self) -> bytes:
        query, answers = self.service.queries[-1], self.service.answers
        if query not in answers:
            found = self.service.statements.triples.query(query, initNs=PREFIXES)
            answers[query] = found.serialize(format="json") or b""
        return answers[query]

    def log_message(self, *words: object) -> None:
        pass
