"""Neo4j's official driver, without what it loads only to take other libraries' values as parameters.

It looks for numpy, pandas and pyarrow and loads those that are installed: 80 MB that no query of ours needs.
"""

import sys
from typing import Any

_modules: dict[str, Any] = sys.modules
_unneeded = [name for name in ("numpy", "pandas", "pyarrow") if name not in _modules]
_modules.update(dict.fromkeys(_unneeded))  # what is None there counts as not installed

import neo4j  # noqa: E402 - only now
from neo4j import exceptions  # noqa: E402

for _name in _unneeded:
    del _modules[_name]

__all__ = ["exceptions", "neo4j"]
