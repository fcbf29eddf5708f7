"""Who may look: as with the API, everybody on this machine, and others with a key or where all may read.

A browser asks for the key itself: any name will do, the key is the password.
"""

import base64
import binascii
from collections.abc import Awaitable, Callable

from fastapi import FastAPI
from fastapi.security import HTTPAuthorizationCredentials
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocketClose

from app.keys import Scope as Opens
from app.refusals import KeyLacksScope, KeyRequired
from app.security import checked, is_local
from app.settings import ServiceSettings

Refusal = Callable[[Scope, Receive, Send], Awaitable[None]]
SENTENCE = (
    "Reading from another machine needs a key: enter it as the password, under any name. "
    "`communique keys create` makes one; COMMUNIQUE_PUBLIC_READ=true lets everybody read.\n"
)
ASK = {"WWW-Authenticate": 'Basic realm="Communique, the key is the password", charset="UTF-8"'}


def refusal(scope: Scope, service: FastAPI) -> Refusal | None:
    """Return what to answer somebody who may not look; None where they may."""
    settings: ServiceSettings = service.state.settings
    asking = HTTPConnection(scope)
    if settings.public_read or is_local(asking) or has_key(asking, settings):
        return None
    if scope["type"] == "websocket":
        return WebSocketClose(code=1008, reason="a key is needed")
    return PlainTextResponse(SENTENCE, 401, ASK)


def may_write(asking: HTTPConnection) -> bool:
    """Tell whether somebody who looks may also let something be read again."""
    settings: ServiceSettings = asking.state.service.state.settings
    return is_local(asking) or has_key(asking, settings, Opens.WRITE)


def has_key(asking: HTTPConnection, settings: ServiceSettings, scope: Opens = Opens.READ) -> bool:
    """Tell whether a good key came along that opens so much."""
    try:
        checked(HTTPAuthorizationCredentials(scheme="Bearer", credentials=key_in(asking)), settings, scope)
    except (KeyRequired, KeyLacksScope):
        return False
    return True


def key_in(asking: HTTPConnection) -> str:
    """Return the key that came along, as a bearer token or a password; empty where there is none."""
    scheme, _, given = asking.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return given
    try:
        return base64.b64decode(given).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""
