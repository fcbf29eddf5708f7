"""Whether a reader's copy is still good: an entity tag from the graph's data version and the question."""

from importlib.metadata import version

from fastapi import Request

from app.dependencies import GraphOf
from app.refusals import NotModified
from graph_schema.identity import digest
from graph_schema.reads.meta import stand_by_version

SERVICE_VERSION = version("communique")


async def refuse_unchanged(request: Request, graph: GraphOf) -> None:
    """Raise NotModified where the reader holds what would be sent; else leave the tag for the response.

    Only what is read can be held: writing has no tag.
    """
    if request.method != "GET":
        return
    tag = tag_of(request, await stand_by_version(graph))
    if tag.removeprefix("W/") in held(request):
        raise NotModified(tag)
    request.state.tag = tag


def tag_of(request: Request, data: int) -> str:
    """Return the (weak) entity tag of the answer to a question at one state of the data."""
    question = "&".join(f"{name}={value}" for name, value in sorted(request.query_params.multi_items()))
    accept = request.headers.get("accept", "")
    return f'W/"{digest(SERVICE_VERSION, str(data), request.url.path, question, accept)}"'


def held(request: Request) -> set[str]:
    """Return the tags that the reader holds, without their weakness."""
    tags = request.headers.get("if-none-match", "").split(",")
    return {tag.strip().removeprefix("W/") for tag in tags}
