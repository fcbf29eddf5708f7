"""The embedded engine: ArcadeDB as a child process on this machine, spoken to in Bolt like any Neo4j."""

from graph_schema.embedded.attachment import Address, attached

__all__ = ["Address", "attached"]
