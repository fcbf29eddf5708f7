"""`communique serve`: the HTTP API, the dashboard and the documentation."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Annotated

import typer
import uvicorn

from app.cli.beside import worker_beside
from app.cli.console import tell
from app.cli.intake import LedgerSubmissions
from app.settings import ServiceSettings
from ingest.work.ledger import LEDGER

Host = Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 for all.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")]


def register(cli: typer.Typer) -> None:
    """Add the command to the command line."""
    cli.command()(serve)


def serve(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    with_worker: Annotated[
        bool, typer.Option("--with-worker", help="Read what is handed in, in a process beside this one.")
    ] = False,
) -> None:
    """Answer questions over HTTP until Ctrl-C.

    Documentation at /docs. Without NEO4J_URI the embedded engine is started under COMMUNIQUE_DATA.
    """
    serve_until_stopped(ServiceSettings(), host, port, with_worker)


def serve_until_stopped(settings: ServiceSettings, host: str, port: int, with_worker: bool = False) -> None:
    """Serve these settings' graph, and say where; `with_worker` also reads what is handed in."""
    # Not at the top: the dashboard's framework takes seconds to load, which no other command needs.
    from app.main import create_app

    tell(f"Communiqué listens on http://{host}:{port}: the dashboard at /, the API's documentation at /docs.")
    tell("Ctrl-C stops it.")
    app = create_app(settings, submissions=LedgerSubmissions(settings.data / LEDGER))
    with worker_beside(settings) if with_worker else nullcontext():
        uvicorn.run(
            app,
            host=host,
            port=port,
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=5,  # streams never end by themselves
        )
