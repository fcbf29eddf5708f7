from ingest.reading import Reading
from ingest.stages.cast import cast
from ingest.stages.speakers import speakers

def find(reading: Reading) -> None:
    cast(reading)
    speakers(reading)
