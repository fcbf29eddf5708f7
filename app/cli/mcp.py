"""`communique mcp`: the graph for language-model agents, over the Model Context Protocol."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer
import uvicorn

from app.cli.console import tell
from app.settings import ServiceSettings
from graph_schema.store import open_graph

HOST = "127.0.0.1"

Http = Annotated[bool, typer.Option("--http", help="Answer over HTTP instead of standard input and output.")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="With --http: the port on this machine.")]


def register(cli: typer.Typer) -> None:
    """Add the command to the command line."""
    cli.command("mcp")(mcp)


def mcp(http: Http = False, port: Port = 8001) -> None:
    """Let a language-model agent ask: read-only tools over the Model Context Protocol.

    An agent's program starts this command itself (stdio); with --http it answers at http://127.0.0.1:8001/mcp,
    to this machine only.
    """
    asyncio.run(_answer(ServiceSettings(), port if http else None))


async def _answer(settings: ServiceSettings, port: int | None) -> None:
    # Not at the top: no other command needs the protocol.
    from app.mcp.server import server_over

    async with open_graph(settings) as graph:
        server = server_over(graph)
        if port is None:
            await server.run_stdio_async()
            return
        app = server.streamable_http_app(host=HOST, json_response=True, stateless_http=True)
        config = uvicorn.Config(app, host=HOST, port=port, log_level="warning", timeout_graceful_shutdown=5)
        tell(f"Agents are answered at http://{HOST}:{port}/mcp. Ctrl-C stops it.")
        await uvicorn.Server(config).serve()
