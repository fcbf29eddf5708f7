"""Who may read: everybody on this machine; from elsewhere only where the setting opens it."""

from ipaddress import ip_address

from fastapi import Request

from app.refusals import KeyRequired
from app.settings import ServiceSettings


def refuse_strangers(request: Request) -> None:
    """Raise KeyRequired for a request from another machine, unless reading is open to all."""
    settings: ServiceSettings = request.app.state.settings
    if not (settings.public_read or is_local(request)):
        raise KeyRequired(
            "reading from other machines is closed; COMMUNIQUE_PUBLIC_READ=true on the service opens it"
        )


def is_local(request: Request) -> bool:
    """Tell whether a request comes from this machine (or through a socket of its file system)."""
    if request.client is None or not request.client.host:
        return True
    try:
        return ip_address(request.client.host).is_loopback
    except ValueError:
        return request.client.host == "localhost"
