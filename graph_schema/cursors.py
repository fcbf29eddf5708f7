"""Page tokens: where a list goes on. They mean nothing to others, and say so when they are not ours."""

import base64
import binascii
import json

from graph_schema.errors import InvalidCursor

VERSION = 1


def encode(of: str, place: list[str | int]) -> str:
    """Return the token of a place in the list named `of`."""
    token = json.dumps([VERSION, of, *place], separators=(",", ":"))
    return base64.urlsafe_b64encode(token.encode()).decode().rstrip("=")


def decode(of: str, token: str, *types: type) -> list[str | int]:
    """Return the place in a token of that list, of parts of those types; raise InvalidCursor for another."""
    try:
        version, named, *place = json.loads(
            base64.urlsafe_b64decode(token.encode() + b"=" * (-len(token) % 4))
        )
    except (ValueError, TypeError, binascii.Error) as error:
        raise InvalidCursor(
            f"{token[:40]!r} is no page token of this service: start again without it"
        ) from error
    if (version, named) != (VERSION, of) or [type(part) for part in place] != list(types):
        raise InvalidCursor(
            "this page token belongs to another list or an older version: start again without it"
        )
    return list(place)
