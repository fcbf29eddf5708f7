"""The dashboard at `/`: one file a page, over the same reads as the HTTP API."""

from app.pages.mounting import mount

__all__ = ["mount"]
