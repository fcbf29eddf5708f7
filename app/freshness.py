"""Whether a reader's copy is still good: an entity tag from the graph's data version and the question."""

from collections.abc import AsyncIterator
from importlib.metadata import version as version_of

from fastapi import Request

from app.dependencies import GraphOf
from app.refusals import NotModified
from graph_schema.identity import digest
from graph_schema.reads.standing import get_data_version, standing_by

SERVICE_VERSION = version_of("communique")


async def refuse_unchanged(request: Request, graph: GraphOf) -> AsyncIterator[None]:
    """Raise NotModified where the reader holds what would be sent; else leave the tag for the response.

    Only what is read can be held: writing has no tag.
    """
    if request.method != "GET":
        yield
        return
    version = await get_data_version(graph)
    tag = tag_of(request, version)
    if tag.removeprefix("W/") in held(request):
        raise NotModified(tag)
    request.state.tag = tag
    with standing_by(graph, version):
        yield


def tag_of(request: Request, data: int) -> str:
    """Return the (weak) entity tag of the answer to a question at one state of the data."""
    question = "&".join(f"{name}={value}" for name, value in sorted(request.query_params.multi_items()))
    accept = request.headers.get("accept", "")
    return f'W/"{digest(SERVICE_VERSION, str(data), request.url.path, question, accept)}"'


def held(request: Request) -> set[str]:
    """Return the tags that the reader holds, without their weakness."""
    tags = request.headers.get("if-none-match", "").split(",")
    return {tag.strip().removeprefix("W/") for tag in tags}
