"""How well wire copies were found: pairs of article and story in a ledger, against those that were made."""

from collections.abc import Mapping

from ingest.work.ledger import Ledger
from tests.benchmarks.newswire import Newswire


def told(ledger: Ledger) -> dict[str, str]:
    """Return the story of each article that the ledger calls another's copy."""
    return {entry.id: entry.story for entry in ledger.entries() if entry.story not in (None, entry.id)}


def scores(found: Mapping[str, str], made: Newswire) -> dict[str, float | int]:
    """Return precision and recall of the copies, and how many near misses were taken for any."""
    right = len(found.items() & made.copies.items())
    return {
        "precision": round(right / max(1, len(found)), 4),
        "recall": round(right / max(1, len(made.copies)), 4),
        "copies_made": len(made.copies),
        "copies_found": len(found),
        "near_misses": len(made.near),
        "near_misses_merged": len(found.keys() & made.near.keys()),
    }
