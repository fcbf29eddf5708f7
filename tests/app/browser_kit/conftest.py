"""The browser that looks at the dashboard also looks at Neo4j Browser."""

from tests.app.pages.conftest import chromium

__all__ = ["chromium"]
