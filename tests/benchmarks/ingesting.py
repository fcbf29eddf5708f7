"""The worker measured: `python -m tests.benchmarks.ingesting [--count 5000] [--kills 20] [--folder F]`.

Takes made articles in with two workers, left alone and killed, and compares counts, exports and copies with
what was made. Prints JSON and writes build/ingesting.json. Bounded: ends after two runs over the articles.
"""

import argparse
import json
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ingest.work.ledger import Ledger
from tests.benchmarks.newswire import Newswire, newswire
from tests.benchmarks.runs import killed, left, whole
from tests.benchmarks.stories import scores, told

WORKERS = ("--workers", "2")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        measured = measure(given.folder or Path(temporary), given.count, given.kills)
    Path("build").mkdir(exist_ok=True)
    Path("build/ingesting.json").write_text(json.dumps(measured, indent=1), "utf-8")
    print(json.dumps(measured))


def measure(folder: Path, count: int, kills: int) -> dict[str, Any]:
    """Return what two runs show, each also printed as soon as it is known."""
    folder.mkdir(parents=True, exist_ok=True)
    made = newswire(count)
    file = made.write(folder / "made.jsonl")
    alone = undisturbed(folder / "alone", file, made)
    print(json.dumps({"undisturbed": alone}), flush=True)
    again = killed(folder / "killed", file, count, kills, 11, *WORKERS)
    after = asdict(left(folder / "killed", folder / "killed.export"))
    same = {name: after[name] == alone["left"][name] for name in after}
    return {"undisturbed": alone, "killed": {"kills": kills, **again, "left": after, "same": same}}


def undisturbed(data: Path, file: Path, made: Newswire) -> dict[str, Any]:
    """Take a file in once; return what it took, what is left, and how well copies were found."""
    took = whole(data, file, *WORKERS)
    with Ledger.open(data / "ledger.sqlite") as ledger:
        copies = scores(told(ledger), made)
    ends = took["counts"]
    return {
        **took,
        "given": len(made.lines),
        "ended": sum(ends.values()),
        "dead_as_made": ends["dead"] == len(made.broken) + len(made.deadly),
        "copies": copies,
        "memory": {name: flatness(took[f"{name}_mib"]) for name in ("driver", "workers")},
        "left": asdict(left(data, data.with_suffix(".export"))),
    }


def flatness(samples: list[int]) -> dict[str, float]:
    """Return the means of the first, second and last fifth (MiB), and the last by each: growth is > 1.

    The first fifth, of 5,000 articles the first thousand, has the reader's own warming up in it.
    """
    fifth = max(1, len(samples) // 5)
    parts = (samples[:fifth], samples[fifth : 2 * fifth] or samples[:1], samples[-fifth:])
    first, second, last = (sum(part) / max(1, len(part)) for part in parts)
    means = {"first": round(first), "second": round(second), "last": round(last)}
    ratios = {"last_by_first": last / max(1, first), "last_by_second": last / max(1, second)}
    return means | {name: round(ratio, 3) for name, ratio in ratios.items()}


if __name__ == "__main__":
    main()
