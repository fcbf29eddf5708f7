"""`make benchmark`: the cost of `extract` beside a bare `nlp.pipe`, in one process and one run.

    python -m tests.benchmarks [FILE.jsonl]

CPU time of reading the same texts, one thread each, as a ratio (the machines are noisy, the ratio is not),
the peak memory of the process, and loading the gazetteer beside loading the model. Writes
build/benchmark.json.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(threads, "1")

import spacy  # noqa: E402 - after the thread limits

from graph_schema.settings import Settings  # noqa: E402
from ingest.articles import GivenArticle  # noqa: E402
from ingest.gazetteer.loading import FOLDER, assemble  # noqa: E402
from ingest.gazetteer.tables import read_tables  # noqa: E402
from ingest.given.files import articles_in  # noqa: E402
from ingest.pipeline import Reader  # noqa: E402
from ingest.printing import printed  # noqa: E402

ROUNDS = 3
SAMPLES = Path("ingest/samples/articles.jsonl")


def main() -> None:
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    articles = [item for item in articles_in([str(file)]) if isinstance(item, GivenArticle)]
    settings = Settings()
    reader = Reader.load(settings)
    for article in articles[:3]:
        reader.read(article)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    loading = cpu(lambda: assemble(read_tables(FOLDER, None))), cpu(lambda: spacy.load(settings.spacy_model))
    whole = spacy.load(settings.spacy_model)

    def bare() -> None:
        for _ in whole.pipe(article.text for article in articles):
            pass

    def extract() -> None:
        for article in articles:
            printed(reader.read(article))

    bare()
    ratios = [cpu(extract) / cpu(bare) for _ in range(ROUNDS)]
    result = {
        "articles": len(articles),
        "extract_to_bare_pipe": round(median(ratios), 2),
        "reader_peak_mib": round(own),
        "gazetteer_to_model_loading": round(loading[0] / loading[1], 2),
    }
    Path("build").mkdir(exist_ok=True)
    Path("build/benchmark.json").write_text(json.dumps(result, indent=1), "utf-8")
    print(json.dumps(result))


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
