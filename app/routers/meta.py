"""The service about itself."""

from fastapi import APIRouter

from app.dependencies import GraphOf
from app.freshness import SERVICE_VERSION
from app.listing import LONGEST_PAGE, PAGE
from graph_schema.reads import get_meta
from graph_schema.views import Meta

router = APIRouter(prefix="/meta", tags=["service"])


class ServiceMeta(Meta):
    """Versions, engine, counts, freshness and limits."""

    service: str
    limits: dict[str, int]


@router.get("")
async def get_service_meta(graph: GraphOf) -> ServiceMeta:
    """Show versions, engine, how much the graph holds, how fresh it is, and the limits of the service.

    Example: `/v1/meta`
    """
    meta = await get_meta(graph)
    return ServiceMeta(
        **meta.model_dump(),
        service=SERVICE_VERSION,
        limits={"page": LONGEST_PAGE, "default_page": PAGE},
    )
