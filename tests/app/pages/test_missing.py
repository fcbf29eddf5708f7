"""An address that there is not: a page for a person, a problem for a program."""

import httpx
import pytest

pytestmark = pytest.mark.anyio

CHROMIUM = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


async def test_a_browser_is_shown_the_way_home(client: httpx.AsyncClient) -> None:
    answer = await client.get("/nowhere/<b>", headers={"Accept": CHROMIUM})
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "There is no such page" in answer.text
    assert 'href="/"' in answer.text
    assert "nowhere" not in answer.text
    assert "script-src 'self'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "accept"),
    [
        ("/nowhere", "*/*"),
        ("/nowhere", ""),
        ("/nowhere", "application/json"),
        ("/nowhere", "application/json, text/html;q=0.5"),
        ("/nowhere", "text/html;q=0"),
        ("/v1/nowhere", CHROMIUM),
        ("/v1", CHROMIUM),
    ],
)
async def test_a_program_is_told_by_a_problem(client: httpx.AsyncClient, path: str, accept: str) -> None:
    answer = await client.get(path, headers={"Accept": accept})
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json()["type"] == "/problems/not-found"


async def test_other_refusals_stay_problems(client: httpx.AsyncClient) -> None:
    answer = await client.post("/network", headers={"Accept": CHROMIUM})
    assert answer.status_code in (404, 405)
    assert answer.headers["content-type"].startswith("application/problem+json")
