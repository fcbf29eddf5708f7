"""A worker that stays: it takes in what is due, holds the ledger only meanwhile, and outlives the engine."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from graph_schema.errors import EngineLocked, EngineTimeout, EngineUnavailable, LedgerBusy
from ingest.work.ledger import Ledger

PAUSE = 0.5  # seconds between looks
TURN = 0.1  # seconds that the ledger is left to others
AGAIN = 5.0  # seconds until an engine that does not answer is asked again

Work = Callable[[Ledger], Awaitable[None]]


async def attend(
    ledger: Path, due: Callable[[], bool], work: Work, *, once: bool, say: Callable[[str], None]
) -> None:
    """Work whenever something is due, until cancelled, or with `once` until nothing is.

    `say` is told why work has to wait: while another process takes articles in, or no engine answers.
    """
    waits = ""
    while True:
        if not due():
            if once:
                return
            await asyncio.sleep(PAUSE)
            continue
        try:
            with Ledger.open(ledger) as held:
                await work(held)
            waits, pause = "", TURN
        except (LedgerBusy, EngineUnavailable, EngineLocked, EngineTimeout) as error:
            if str(error) != waits:
                say(str(error))
            waits, pause = str(error), PAUSE if isinstance(error, LedgerBusy) else AGAIN
        await asyncio.sleep(pause)
