"""All resources of version 1: what is asked must be allowed, known, and not what the reader already has."""

from fastapi import APIRouter, Depends

from app.freshness import refuse_unchanged
from app.parameters import refuse_unknown
from app.routers import actors, articles, meta, statements, topics
from app.security import refuse_strangers

router = APIRouter(
    prefix="/v1", dependencies=[Depends(refuse_strangers), Depends(refuse_unknown), Depends(refuse_unchanged)]
)
for resource in (statements, actors, topics, articles, meta):
    router.include_router(resource.router)
