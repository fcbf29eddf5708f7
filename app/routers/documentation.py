"""`/docs` from files that are installed with the service, and what each kind of problem means."""

from importlib.resources import files

from fastapi import APIRouter, Request
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse
from starlette.staticfiles import StaticFiles

from app.problems import BY_STATUS, TABLE
from graph_schema.errors import NotFound

ASSETS_PATH = "/docs/assets"
ASSETS = StaticFiles(directory=str(files("fastapi_offline") / "static"))
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; frame-ancestors 'none'"
)

router = APIRouter()


@router.get("/docs", include_in_schema=False)
async def documentation(request: Request) -> HTMLResponse:
    """Show every operation, to read and to try."""
    root = request.scope.get("root_path", "")
    page = get_swagger_ui_html(
        openapi_url=f"{root}{request.app.openapi_url}",
        title=f"{request.app.title}: the HTTP API",
        swagger_js_url=f"{root}{ASSETS_PATH}/swagger-ui-bundle.js",
        swagger_css_url=f"{root}{ASSETS_PATH}/swagger-ui.css",
        swagger_favicon_url=f"{root}{ASSETS_PATH}/favicon.png",
        oauth2_redirect_url=None,
    )
    page.headers["Content-Security-Policy"] = POLICY
    return page


@router.get("/problems/{slug}", include_in_schema=False)
async def problem_kind(slug: str) -> dict[str, str | int]:
    """Explain a kind of problem: the page to which its `type` leads."""
    for kind in (*TABLE.values(), *BY_STATUS.values()):
        if kind.slug == slug:
            return {"type": f"/problems/{slug}", "title": kind.title, "status": kind.status}
    raise NotFound(f"no kind of problem is called {slug!r}")
