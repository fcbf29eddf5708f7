"""Style, favourites and guide for Neo4j Browser, which fetches them from a page of another address."""

from enum import StrEnum

from fastapi import APIRouter, Request, Response

from app.browser_kit import NAMES, kit_file

router = APIRouter(prefix="/browser-kit", include_in_schema=False)
KitFile = StrEnum("KitFile", {name: name for name in NAMES})  # type: ignore[misc]
TYPES = {"zip": "application/zip", "html": "text/html; charset=utf-8"}
# Nothing of the graph is in these files: any page may have them.
OPEN = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}


@router.get("/{name}")
async def kit(name: KitFile, request: Request) -> Response:
    """Send a file of the kit; links in the guide lead back to this service."""
    content = kit_file(name.value, str(request.base_url).rstrip("/"))
    media_type = TYPES.get(name.value.rpartition(".")[2], "text/plain; charset=utf-8")
    return Response(content, media_type=media_type, headers=OPEN)
