"""For those who run the service: is it alive, is it ready, how does it do."""

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel

from app.dependencies import GraphOf
from graph_schema.reads import get_meta

router = APIRouter(tags=["service"])


class Alive(BaseModel):
    """The service answers."""

    status: str = "ok"


class Ready(Alive):
    """The graph answers too."""

    engine: str
    schema_version: int


@router.get("/livez")
async def is_alive() -> Alive:
    """Tell that the service runs, whatever the graph does.

    Example: `/livez`
    """
    return Alive()


@router.get("/readyz")
async def is_ready(graph: GraphOf) -> Ready:
    """Tell that the service can answer questions: the graph is there; 503 where it is not.

    Example: `/readyz`
    """
    meta = await get_meta(graph)
    return Ready(engine=meta.engine, schema_version=meta.schema_version)


@router.get("/metrics", include_in_schema=False)
async def metrics(request: Request) -> Response:
    """Tell Prometheus how many requests there were, and how long they took."""
    return Response(generate_latest(request.app.state.numbers.registry), media_type=CONTENT_TYPE_LATEST)
