"""All resources of version 1: what is asked must be allowed, known, and not what the reader already has."""

from fastapi import APIRouter, Depends

from app.freshness import refuse_unchanged
from app.limits import refuse_too_many
from app.parameters import refuse_unknown
from app.routers import (
    actors,
    alerts,
    annotations,
    articles,
    attention,
    compare,
    events,
    exports,
    feeds,
    formulas,
    jobs,
    meta,
    network_windows,
    networks,
    positions,
    reviews,
    statements,
    stream,
    surroundings,
    timeline,
    topics,
)
from app.security import reader

CHECKS = (reader, refuse_too_many, refuse_unknown, refuse_unchanged)

router = APIRouter(prefix="/v1", dependencies=[Depends(check) for check in CHECKS])
for resource in (
    statements,
    actors,
    topics,
    timeline,
    compare,
    positions,
    formulas,
    attention,
    events,
    annotations,
    articles,
    jobs,
    reviews,
    networks,
    network_windows,
    surroundings,
    feeds,
    stream,
    alerts,
    exports,
    meta,
):
    router.include_router(resource.router)
