"""The real reader, with one thing added: deadly reports end it or hold it up."""

import os
import time
from collections.abc import Callable
from functools import partial

from graph_schema.settings import Settings
from ingest.work.extraction import Extracted, Job, loaded
from tests.benchmarks.newswire import CRASHES, HANGS


def load(settings: Settings) -> Callable[[Job], Extracted]:
    """Return what reads; for worker processes. Deadly reports do to it what they say."""
    return partial(read, loaded(settings))


def read(harmless: Callable[[Job], Extracted], job: Job) -> Extracted:
    """Read an article as always, unless it is a deadly one."""
    if CRASHES in job.article.text:
        os.abort()
    if HANGS in job.article.text:
        time.sleep(3600)
    return harmless(job)
