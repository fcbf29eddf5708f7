"""Jobs: what became of articles that were handed in."""

from fastapi import APIRouter, Request

from app.dependencies import Key
from app.freshness import held
from app.refusals import NotModified
from app.submissions import Job, submissions_of
from graph_schema.identity import digest

router = APIRouter(prefix="/jobs", tags=["articles"])


@router.get("/{id}")
async def get_job(request: Request, id: Key) -> Job:  # noqa: A002 - the names of parameters are fixed
    """Tell how far an article that was handed in has come.

    `queued` and `reading` go on; `written`, `unchanged`, `duplicate` (a wire copy: its statements have one
    more place) and `dead` are ends. Dead ones say why in `reason`. While no worker runs, `note` says so.
    """
    job = await submissions_of(request).job(id)
    tag = f'W/"{digest(job.model_dump_json())}"'  # a job changes without the graph
    if tag.removeprefix("W/") in held(request):
        raise NotModified(tag)
    request.state.tag = tag
    return job
