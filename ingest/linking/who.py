from ingest.reading import Reading
from ingest.stages.speakers import find_speakers

def find(reading: Reading) -> None:
    find_speakers(reading)
