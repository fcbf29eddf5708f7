"""Many clients at once for a while, by wrk: no error, no leak.

    python -m tests.benchmarks.clients [CLIENTS] [SECONDS]

Over the graph that the settings name. Every client asks the questions of `asking.py` in turn. Needs wrk.
Writes build/clients-ENGINE.json: requests, errors, latencies, and the service's memory and open files before
and after (after a warm-up, and once all clients have gone).
"""

import json
import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

from graph_schema.settings import Settings
from tests.benchmarks.asking import questions
from tests.benchmarks.service import Service, running

CLIENTS, SECONDS, REST = 64, 60, 10
SCRIPT = """
local paths = {%s}
local next = 0
request = function()
  next = next %% #paths + 1
  return wrk.format("GET", paths[next])
end
local threads = {}
setup = function(thread) table.insert(threads, thread) end
response = function(status) if status ~= 200 then refused = (refused or 0) + 1 end end
done = function(summary, latency)
  local refused = 0
  for _, thread in ipairs(threads) do refused = refused + (thread:get("refused") or 0) end
  io.write(string.format(
    '{"requests": %%d, "refused": %%d, "connect": %%d, "read": %%d, "write": %%d, "timeout": %%d, ' ..
    '"p50_ms": %%.1f, "p99_ms": %%.1f}\\n', summary.requests, refused, summary.errors.connect,
    summary.errors.read, summary.errors.write, summary.errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
"""


def main() -> None:
    clients, seconds = ([int(given) for given in sys.argv[1:]] + [CLIENTS, SECONDS][len(sys.argv) - 1 :])[:2]
    with running() as service:
        run(service, 8, 5)
        before = state(service)
        numbers = run(service, clients, seconds)
        time.sleep(REST)
        result = numbers | {"clients": clients, "before": before, "after": state(service)}
    engine = "neo4j" if Settings().neo4j_uri else "arcadedb"
    Path("build").mkdir(exist_ok=True)
    Path(f"build/clients-{engine}.json").write_text(json.dumps(result, indent=1), "utf-8")
    print(json.dumps(result))


def run(service: Service, clients: int, seconds: int) -> dict[str, Any]:
    """Let so many clients ask for so long; return what wrk counts."""
    paths = ", ".join(json.dumps(address) for several in questions().values() for address in several)
    script = Path("build/clients.lua")
    script.parent.mkdir(exist_ok=True)
    script.write_text(SCRIPT % paths, "utf-8")
    command = ["wrk", "-t2", f"-c{clients}", f"-d{seconds}s", "--timeout", "30s", "-s", str(script)]
    output = subprocess.run([*command, service.address], capture_output=True, text=True, check=True).stdout
    found: dict[str, Any] = json.loads(re.findall(r"^\{.*\}$", output, re.M)[-1])
    return found


def state(service: Service) -> dict[str, float]:
    """Return the service's memory in MiB and its open files; it must still answer."""
    with urllib.request.urlopen(f"{service.address}/readyz", timeout=60):
        pass
    return {"resident_mib": round(service.resident, 1), "descriptors": service.descriptors}


if __name__ == "__main__":
    main()
