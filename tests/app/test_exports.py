"""Lists as files and statements as references, over HTTP, read by tools that we did not write."""

import csv
from io import BytesIO, StringIO
from typing import Any

import feedparser
import httpx
import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import RDF

from tests.app.corpus import BEIJING, WORLD

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),  # inside rdflib
]

EVERY = sum(len(each.statements) for each in WORLD)
OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = Namespace("https://schema.org/")
LISTS = ["/v1/statements", "/v1/actors", "/v1/topics", "/v1/articles"]


async def one(client: httpx.AsyncClient, **question: Any) -> dict[str, Any]:
    row: dict[str, Any] = (await client.get("/v1/statements", params=question)).json()["data"][0]
    return row


@pytest.mark.parametrize("path", LISTS)
async def test_every_list_in_every_format_has_the_same_rows(client: httpx.AsyncClient, path: str) -> None:
    ids = [row["id"] for row in (await client.get(path)).json()["data"]]
    as_csv = await client.get(path, params={"format": "csv"})
    assert [row["id"] for row in csv.DictReader(StringIO(as_csv.text, newline=""))] == ids
    lines = (await client.get(path, params={"format": "jsonl"})).text.splitlines()
    assert len(lines) == len(ids)
    parquet = await client.get(path, params={"format": "parquet"})
    assert pq.read_table(BytesIO(parquet.content)).column("id").to_pylist() == ids
    xlsx = await client.get(path, params={"format": "xlsx"})
    sheet = load_workbook(BytesIO(xlsx.content)).active
    assert sheet is not None
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == ids


async def test_a_file_is_asked_for_by_accept_too(client: httpx.AsyncClient) -> None:
    response = await client.get("/v1/statements", headers={"Accept": "text/csv"})
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.headers["content-disposition"] == 'attachment; filename="statements.csv"'


async def test_a_limited_file_says_how_to_go_on(client: httpx.AsyncClient) -> None:
    response = await client.get("/v1/statements", params={"format": "csv", "limit": 3})
    assert len(response.text.splitlines()) == 4
    rest = await client.get(response.links["next"]["url"].replace("limit=3", "limit=1000"))
    assert len(rest.text.splitlines()) == EVERY - 3 + 1


async def test_a_publisher_cannot_run_a_formula(client: httpx.AsyncClient) -> None:
    text = (await client.get("/v1/articles", params={"format": "csv"})).text
    assert "'=Evil & Sons" in text


async def test_wrong_filters_are_problems_in_files_too(client: httpx.AsyncClient) -> None:
    response = await client.get("/v1/statements", params={"format": "csv", "speaker": "nobody at all"})
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"


async def test_jsonld_says_who_what_and_where(client: httpx.AsyncClient) -> None:
    row = await one(client, q="settlement")
    response = await client.get(f"/v1/statements/{row['id']}", params={"format": "jsonld"})
    assert response.headers["content-type"] == "application/ld+json"
    triples = Graph().parse(data=response.text, format="json-ld")
    statement = URIRef(f"http://127.0.0.1/v1/statements/{row['id']}")
    assert (statement, RDF.type, SCHEMA.Quotation) in triples
    assert (
        statement,
        SCHEMA.spokenByCharacter,
        URIRef("http://www.wikidata.org/entity/Q7747"),
    ) in triples
    start, end = (int(next(triples.objects(None, OA[edge])).toPython()) for edge in ("start", "end"))  # type: ignore[attr-defined]
    assert BEIJING.text[start:end] == str(next(triples.objects(None, OA.exact))) == row["claim"]


async def test_turtle_has_the_same_triples(client: httpx.AsyncClient) -> None:
    row = await one(client, q="settlement")
    path = f"/v1/statements/{row['id']}"
    jsonld = Graph().parse(data=(await client.get(f"{path}?format=jsonld")).text, format="json-ld")
    turtle = Graph().parse(data=(await client.get(f"{path}?format=turtle")).text, format="turtle")
    assert len(jsonld) == len(turtle) > 20


@pytest.mark.parametrize(
    ("style", "parts"),
    [
        ("bibtex", ["@misc{", "title = {{Wang Yi: neighbors keep their word}}", "date = {2023-08-07}"]),
        ("ris", ["TY  - NEWS", "DA  - 2023/08/07", "UR  - https://example.org/beijing", "ER  -"]),
        ("csl", ['"type": "article-newspaper"', '"date-parts": [[2023, 8, 7]]']),
    ],
)
async def test_references_cite_the_words_and_their_place(
    client: httpx.AsyncClient, style: str, parts: list[str]
) -> None:
    row = await one(client, q="settlement")
    text = (await client.get(f"/v1/statements/{row['id']}", params={"format": style})).text
    start, end = row["appearances"][0]["spans"][0]
    for part in [*parts, row["claim"], f"{start}-{end}"]:
        assert part in text


async def test_bibtex_escapes_what_tex_would_read(client: httpx.AsyncClient) -> None:
    row = await one(client, article="washington")
    text = (await client.get(f"/v1/statements/{row['id']}", params={"format": "bibtex"})).text
    assert r"=Evil \& Sons, Ltd" in text


async def test_the_feed_reads_well(client: httpx.AsyncClient) -> None:
    response = await client.get("/v1/feeds/statements.atom", params={"topic": "ukraine-war"})
    assert response.headers["content-type"].startswith("application/atom+xml")
    feed = feedparser.parse(response.content)
    assert not feed.bozo
    assert len(feed.entries) == 3
    assert {entry.id for entry in feed.entries} == {entry.link for entry in feed.entries}
    assert all(entry.updated == "2023-08-07T23:04:00+00:00" for entry in feed.entries)


async def test_dna_gets_its_columns_and_a_row_a_speaker(client: httpx.AsyncClient) -> None:
    text = (await client.get("/v1/exports/dna.csv", params={"topic": "ukraine-war"})).text
    rows = list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))
    assert list(rows[0])[:6] == ["statement_id", "time", "person", "organization", "concept", "agreement"]
    assert sorted(row["person"] for row in rows) == ["Sergei Lavrov"] * 2 + ["Wang Yi"] * 2
    assert {row["concept"] for row in rows} == {"War in Ukraine"}
    assert {row["time"] for row in rows} == {"2023-08-07 00:00:00"}
    for row in rows:
        start, stop = int(row["start_position"]), int(row["stop_position"])
        assert BEIJING.text[start:stop] == row["text"]
