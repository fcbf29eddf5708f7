"""Neo4j's official driver, without what it loads only to take other libraries' values as parameters.

It looks for numpy, pandas and pyarrow and loads those that are installed: 80 MB that no query of ours needs.
"""

import asyncio
import sys
from collections.abc import Awaitable
from typing import Any, TypeVar

_modules: dict[str, Any] = sys.modules
_unneeded = [name for name in ("numpy", "pandas", "pyarrow") if name not in _modules]
_modules.update(dict.fromkeys(_unneeded))  # what is None there counts as not installed

import neo4j  # noqa: E402 - only now
from neo4j import exceptions  # noqa: E402

for _name in _unneeded:
    del _modules[_name]

__all__ = ["exceptions", "neo4j"]

Result = TypeVar("Result")


async def wait_for(work: Awaitable[Result], timeout: float | None) -> Result:
    """Wait as asyncio's function of that name does from Python 3.12 on: without a task of its own."""
    async with asyncio.timeout(timeout):
        return await work


# Before 3.12 the driver starts a task for each of the hundreds of small reads of an answer: that takes as
# long again as the answer itself.
if sys.version_info < (3, 12) and "neo4j._async_compat.network._bolt_socket" in _modules:
    vars(_modules["neo4j._async_compat.network._bolt_socket"])["wait_for"] = wait_for
