"""How often one caller may ask: a moving window, told in IETF RateLimit fields on every answer."""

import math
import time

from fastapi import Request
from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter

from app.refusals import TooManyRequests
from app.security import is_local


class Limiter:
    """Counts what each caller asks in the window."""

    def __init__(self, allowed: str) -> None:
        self.item: RateLimitItem = parse(allowed)
        self.window = MovingWindowRateLimiter(MemoryStorage())

    async def count(self, caller: str) -> dict[str, str]:
        """Count one request and return the fields that tell what is left; raise TooManyRequests past it."""
        allowed = await self.window.hit(self.item, caller)
        reset, left = await self.window.get_window_stats(self.item, caller)
        wait = max(1, math.ceil(reset - time.time()))
        fields = {
            "RateLimit-Policy": f'"default";q={self.item.amount};w={self.item.get_expiry()}',
            "RateLimit": f'"default";r={left};t={wait}',
        }
        if not allowed:
            raise TooManyRequests(
                f"{self.item} are allowed; wait {wait} s", fields | {"Retry-After": str(wait)}
            )
        return fields


async def refuse_too_many(request: Request) -> None:
    """Raise TooManyRequests for a caller from another machine that asks too often."""
    if not is_local(request):
        limiter: Limiter = request.app.state.limiter
        request.state.fields = await limiter.count(request.state.caller)
