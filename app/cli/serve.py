"""`communique serve`: the HTTP API, the dashboard and the documentation."""

from __future__ import annotations

from typing import Annotated

import typer
import uvicorn

from app.cli.console import tell
from app.settings import ServiceSettings

Host = Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 for all.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")]


def register(cli: typer.Typer) -> None:
    """Add the command to the command line."""
    cli.command()(serve)


def serve(host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Answer questions over HTTP until Ctrl-C.

    Documentation at /docs. Without NEO4J_URI the embedded engine is started under COMMUNIQUE_DATA.
    """
    serve_until_stopped(ServiceSettings(), host, port)


def serve_until_stopped(settings: ServiceSettings, host: str, port: int) -> None:
    """Serve these settings' graph, and say where."""
    # Not at the top: the dashboard's framework takes seconds to load, which no other command needs.
    from app.main import create_app

    tell(f"Communiqué listens on http://{host}:{port}: the dashboard at /, the API's documentation at /docs.")
    tell("Ctrl-C stops it.")
    uvicorn.run(
        create_app(settings),
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=5,  # streams never end by themselves
    )
