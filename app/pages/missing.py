"""What a browser is shown at an address that there is not; programs are told by a problem, as everywhere."""

from fastapi import Request, Response
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse

from app import handlers
from app.formats import preference
from app.pages.frame import foot, head, navigation
from app.pages.markup import joined, link, tag
from app.pages.parts import heading
from app.pages.policy import POLICY

API = ("v1", "problems")
ADVICE = "The address may be mistyped, or what stood here was taken out. Search for it, or go to the "


async def on_http(request: Request, error: Exception) -> Response:
    """Answer what the framework refuses: with a page where somebody looks for one, else with a problem."""
    if isinstance(error, HTTPException) and error.status_code == 404 and wants_page(request):
        return HTMLResponse(page(), 404, {"Content-Security-Policy": POLICY, "Vary": "Accept"})
    return await handlers.on_http(request, error)


def wants_page(request: Request) -> bool:
    """Tell whether it is a person's browser that asks, and not for data."""
    if request.method != "GET" or request.url.path.split("/")[1] in API:
        return False
    weights = dict(preference(part) for part in request.headers.get("accept", "").split(","))
    html = weights.get("text/html", 0.0)
    return html > 0 and html >= max(weights.values())


def page() -> str:
    """Return the page; nothing of the address asked for stands in it."""
    body = tag("body", top(), main(), tag("footer", foot(), class_="bottom"))
    about = joined([tag("title", "No such page · Communiqué"), Markup(head())])
    sizes = Markup(
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    )
    return f"<!doctype html>{tag('html', tag('head', sizes, about), body, lang='en-GB')}"


def top() -> Markup:
    """Return the frame's head with a search box that offers nothing while one types."""
    field = tag(
        "input", type="search", name="q", aria_label="Search people, topics, words", placeholder="Search"
    )
    return tag(
        "header",
        link("/", "Communiqué", class_="brand", aria_label="Communiqué, first page"),
        tag("form", field, class_="search", action="/search", role="search"),
        navigation(""),
        class_="top",
    )


def main() -> Markup:
    """Return the one sentence that this page is for, and the way out."""
    advice = tag("p", ADVICE, link("/", "first page"), ".", class_="lead")
    return tag("main", heading("404", "There is no such page", advice), class_="nicegui-content")
