"""Who may ask: everybody on this machine; from elsewhere with a key, unless reading is open to all."""

from datetime import UTC, datetime
from ipaddress import ip_address
from typing import Annotated

from fastapi import Depends, Request
from fastapi.requests import HTTPConnection
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from app.keys import ApiKey, KeyRing, Scope
from app.refusals import KeyLacksScope, KeyRequired
from app.settings import ServiceSettings

bearer = HTTPBearer(
    auto_error=False, description="an API key (`communique keys create`); not needed to read on this machine"
)
Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]


async def reader(request: Request, credentials: Credentials) -> None:
    """Raise KeyRequired where a reader from another machine has no good key; remember who is on this one."""
    settings: ServiceSettings = request.app.state.settings
    request.state.caller = caller_of(request)
    if credentials is not None:
        request.state.caller = checked(credentials, settings, Scope.READ).id
    elif not (settings.public_read or is_local(request)):
        raise KeyRequired("reading from another machine needs a key: send `Authorization: Bearer ...`")


def writer(request: Request, credentials: Credentials) -> None:
    """Raise KeyRequired where no good key was given, KeyLacksScope where it opens reading only."""
    if credentials is None:
        raise KeyRequired("writing needs a key that opens it: send `Authorization: Bearer ...`")
    checked(credentials, request.app.state.settings, Scope.WRITE)


def checked(credentials: HTTPAuthorizationCredentials, settings: ServiceSettings, scope: Scope) -> ApiKey:
    """Return the key that was given; raise KeyRequired where it is not good, KeyLacksScope for less."""
    key = KeyRing(settings.data).of(credentials.credentials)
    now = datetime.now(UTC)
    if key is None or not key.opens(Scope.READ, now):
        raise KeyRequired("this key is unknown, revoked or expired")
    if not key.opens(scope, now):
        raise KeyLacksScope(f"the key {key.name!r} opens {key.scope.name.lower()}, not {scope.name.lower()}")
    return key


def caller_of(request: HTTPConnection) -> str:
    """Return the address a request comes from."""
    return request.client.host if request.client else ""


def is_local(request: HTTPConnection) -> bool:
    """Tell whether a request comes from this machine (or through a socket of its file system)."""
    host = caller_of(request)
    try:
        return not host or ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
