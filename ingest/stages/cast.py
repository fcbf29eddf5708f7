"""Who is in the article: every actor that it names, merged, and who met whom."""

from ingest.linking.casting import cast_of
from ingest.reading import Reading


def cast(reading: Reading) -> None:
    """Write the cast on a reading; the stages after it look up whom a phrase means."""
    reading.cast = cast_of(reading)
