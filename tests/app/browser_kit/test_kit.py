"""The kit for Neo4j Browser: each favourite answers on each engine; style and captions name what is there."""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

import httpx
import pytest

from app.browser_kit import NAMES, favourites, kit_file
from graph_schema.store import Graph
from tests.app.cli.running import communique
from tests.conftest import cypher

pytestmark = pytest.mark.anyio

KINDS = {"Statement", "Actor", "Person", "Organization", "Country", "Topic", "Event", "Article", "Position"}
# The favourites name people as the gazetteer does; the small world spells one of them otherwise.
SPELLED = {"Sergey Lavrov": "Sergei Lavrov"}


def respelled(query: str, names: Mapping[str, str] = SPELLED) -> str:
    for name, other in names.items():
        query = query.replace(name, other)
    return query


def test_there_are_plenty() -> None:
    assert len(favourites()) >= 15
    titles = [query.splitlines()[0] for query in favourites().values()]
    assert all(title.startswith("// ") and len(title) > 12 for title in titles)
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("name", favourites())
async def test_each_favourite_answers_within_its_limit(world: Graph, name: str) -> None:
    query = favourites()[name]
    limit = int(re.findall(r"LIMIT (\d+)$", query)[0])
    rows = await world.read(cypher(respelled(query)))
    assert 0 < len(rows) <= limit
    assert all(value is not None for value in rows[0].values())


async def test_captions_are_right_without_any_style(world: Graph) -> None:
    """The Browser captions by `name`, `title` or `label` where no style says otherwise."""
    found = await world.read(
        cypher("MATCH (n:Article|Statement|Actor|Position|Topic|Event) RETURN n, labels(n) AS labels")
    )
    assert {label for row in found for label in row["labels"]} >= KINDS - {"Organization"}
    for row in found:
        caption = next(row["n"][key] for key in ("name", "title", "label") if key in row["n"])
        assert caption.strip()


async def test_the_style_names_labels_and_properties_that_exist(world: Graph) -> None:
    style = kit_file("style.grass").decode()
    rules = dict(re.findall(r"^node\.(\w+) \{([^}]*?(?:\{\w+\}[^}]*)?)\}", style, re.MULTILINE))
    assert set(rules) == KINDS
    captions = {kind: found[1] for kind, rule in rules.items() if (found := re.search(r"'\{(\w+)\}'", rule))}
    for kind, name in captions.items():
        rows = await world.read(cypher(f"MATCH (n:{kind}) WHERE n.{name} <> '' RETURN count(n) AS n"))
        assert rows[0]["n"] > 0, f"{kind} has no {name}"


def test_colours_are_apart_and_captions_readable_on_them() -> None:
    style = kit_file("style.grass").decode()
    ground, ink = "#A5ABB6", "#FFFFFF"
    colours = set()
    for kind, rule in re.findall(r"^node\.(\w+) \{(.*?)^\}", style, re.MULTILINE | re.DOTALL):
        colour = re.findall(r"^  color: (#\w+)", rule, re.MULTILINE)[0]
        text = re.findall(r"text-color-internal: (#\w+)", rule)
        assert contrast(colour, text[0] if text else ink) >= 4.5, kind
        colours.add(colour)
    assert len(colours) == len(KINDS) - 1, "a person is an actor; all others differ"
    assert ground not in colours


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2."""

    def luminance(colour: str) -> float:
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_archive_holds_what_the_browser_imports() -> None:
    with zipfile.ZipFile(io.BytesIO(kit_file("favourites.zip"))) as archive:
        packed = {Path(name).stem: archive.read(name).decode() for name in archive.namelist()}
    assert packed == favourites()
    assert kit_file("favourites.zip") == kit_file("favourites.zip")


def test_the_guide_has_tested_queries_only() -> None:
    guide = kit_file("guide.html", "http://localhost:9").decode()
    assert "{{" not in guide
    shown = re.findall(r"<pre[^>]*>(.*?)</pre>", guide, re.DOTALL)
    assert len(shown) >= 8
    plain = {query.replace("&lt;", "<").replace("&gt;", ">") for query in shown}
    assert plain - set(favourites().values()) == {":style http://localhost:9/browser-kit/style.grass"}


@pytest.mark.parametrize("name", NAMES)
async def test_the_service_serves_it_to_any_page(client: httpx.AsyncClient, name: str) -> None:
    answer = await client.get(f"/browser-kit/{name}")
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.content == kit_file(name, "http://127.0.0.1")


async def test_other_names_are_unknown(client: httpx.AsyncClient) -> None:
    assert (await client.get("/browser-kit/passwords")).status_code == 422


def test_the_command_writes_it(tmp_path: Path) -> None:
    communique("graph", "browser-kit", "--output", str(tmp_path / "kit"), data=tmp_path)
    assert {file.name: file.read_bytes() for file in (tmp_path / "kit").iterdir()} == {
        name: kit_file(name) for name in NAMES
    }
