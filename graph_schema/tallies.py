"""Views of counts: over time, by topic, by speaker, between actors."""

from datetime import date

from graph_schema.views import ActorName, SpeakerCount, TopicName, View
from graph_schema.vocabulary import Act


class Tally(View):
    """How many statements one series has in one interval, which starts on `time`."""

    time: date
    id: str
    name: str
    value: int


class TopicCount(TopicName):
    """How often a topic is spoken on, and how often in favour and against."""

    statements: int
    in_favour: int
    against: int


class SpeakerStances(SpeakerCount):
    """How often somebody speaks, and how often in favour and against."""

    in_favour: int
    against: int


class ActCount(View):
    """How often an act is done with a stance."""

    act: Act
    stance: int
    statements: int


class Interlocutor(ActorName):
    """With whom an actor has to do, and how often in which way."""

    country: str | None
    addressed: int
    addressed_by: int
    jointly: int
    met: int


class Coded(View):
    """What an actor voiced: main topics, and how often it was against, took no position and was in favour.

    The same within a unit counts once.
    """

    actor: str
    name: str
    voiced: tuple[tuple[str, int, int, int], ...]


class SpeakerTopic(View):
    """How often somebody speaks on a topic."""

    speaker: str
    name: str
    topic: str
    label: str
    statements: int
