"""How much memory a whole export takes: the service as a process of its own, each format once.

    python -m tests.benchmarks.exporting [FORMAT...]

Over the graph that the settings name (`plenty.loading` fills it). Writes build/exporting-ENGINE.json: lines,
bytes, seconds, the memory of the process before and its peak (MiB), and the seconds until the first byte.
"""

import json
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

from graph_schema.settings import Settings
from tests.benchmarks.service import Service, running

FORMATS = ("csv", "jsonl", "parquet", "xlsx")
CHUNK = 1 << 16


def main() -> None:
    formats = sys.argv[1:] or list(FORMATS)
    with running() as service:
        result = {form: exported(service, form) for form in formats}
    engine = "neo4j" if Settings().neo4j_uri else "arcadedb"
    Path("build").mkdir(exist_ok=True)
    Path(f"build/exporting-{engine}.json").write_text(json.dumps(result, indent=1), "utf-8")
    for form, numbers in result.items():
        print(f"{form:8}", *(f"{name} {value:,}" for name, value in numbers.items()))


def exported(service: Service, form: str) -> dict[str, Any]:
    """Download all statements in a format; return what it took."""
    service.forget_peak()
    before, start, size, lines, first = service.resident, time.perf_counter(), 0, 0, 0.0
    request = urllib.request.Request(f"{service.address}/v1/statements?format={form}")
    with urllib.request.urlopen(request, timeout=3600) as answer:
        while chunk := answer.read(CHUNK):
            first = first or time.perf_counter() - start
            size, lines = size + len(chunk), lines + chunk.count(b"\n")
    return {
        "lines": lines if form in ("csv", "jsonl") else 0,
        "bytes": size,
        "seconds": round(time.perf_counter() - start, 1),
        "first_byte": round(first, 2),
        "before_mib": round(before),
        "peak_mib": round(service.peak),
    }


if __name__ == "__main__":
    main()
