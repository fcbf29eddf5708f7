from ingest.reading import Reading
from ingest.stages.addressees import addressees
from ingest.stages.cast import cast
from ingest.stages.participants import participants
from ingest.stages.relays import relays
from ingest.stages.speakers import speakers
from ingest.stages.voices import voices

def find(reading: Reading) -> None:
    cast(reading)
    speakers(reading)
    voices(reading)
    addressees(reading)
    relays(reading)
    participants(reading)
