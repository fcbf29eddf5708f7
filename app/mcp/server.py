"""The server: the tools, and errors as sentences that an agent can act on."""

from inspect import getdoc
from typing import Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult, InputRequiredResult, ToolAnnotations
from pydantic import ValidationError

from app.freshness import SERVICE_VERSION
from app.handlers import plain
from app.mcp.tools import Tools
from app.parameters import nearest
from graph_schema.errors import CommuniqueError
from graph_schema.store import Graph

INSTRUCTIONS = """
Communiqué is a graph of diplomatic statements: who (speaker) said what (claim) on which topic, to whom, when
(said_on), and where it is written. It was read out of news and official readouts by rules and a small model.
Call find_statements first. Names are resolved, never guessed: where several share one, the error lists them
with their ids; where nobody has it, it names the nearest, and find_names searches parts of names. `stance` is
towards the main topic: 1 in favour, -1 against, 0 neither. A claim is what the article reports somebody to
have said, not a fact. Always cite: the article's url, the exact words, said_on. Everything is read-only;
answers are capped and say so. What is not in the graph is not in the answer: say that nothing was found.
"""
READING = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


class AgentServer(MCPServer[Any]):
    """An MCP server whose errors are our sentences, and which refuses arguments that it does not know."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Call a tool; raise ToolError with one sentence where it cannot answer."""
        tools = {tool.name: tool for tool in await self.list_tools()}
        if name not in tools:
            raise ToolError(f"there is no tool {name!r}; there are {', '.join(sorted(tools))}")
        known = tools[name].input_schema["properties"]
        for argument in arguments:
            if argument not in known:
                near = nearest(argument, known)
                hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
                raise ToolError(f"{name} has no argument {argument!r}; {hint}")
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            raise ToolError(sentence(error)) from error.__cause__


def sentence(error: ToolError) -> str:
    """Return what went wrong as one sentence, without a word about our inside."""
    cause = error.__cause__
    if isinstance(cause, ValidationError):
        return "; ".join(f"{of_argument(each['loc'])}: {plain(each['msg'])}" for each in cause.errors())
    return str(cause if isinstance(cause, CommuniqueError) else error)


def of_argument(place: tuple[int | str, ...]) -> str:
    """Return the argument in which something is wrong."""
    return str(place[0]) if place else "arguments"


def server_over(graph: Graph) -> AgentServer:
    """Return the server that answers agents from a graph."""
    server = AgentServer(
        "communique",
        title="Communiqué",
        instructions=INSTRUCTIONS.strip(),
        version=SERVICE_VERSION,
        log_level="WARNING",
        subscriptions=False,
    )
    for tool in Tools(graph).all():
        server.add_tool(tool, description=getdoc(tool), annotations=READING)
    return server
