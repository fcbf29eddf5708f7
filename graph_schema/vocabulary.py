"""The controlled words of the graph: every enumerated value, in one place.

Acts are PLOVER's verbal categories plus COMMENT; event kinds follow PLOVER's CONSULT modes and schema:Event.
"""

from enum import StrEnum


class Kind(StrEnum):
    """How the words are reported: all of them quoted, none, or some."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What the speaker does by saying it."""

    COMMENT = "COMMENT"
    AGREE = "AGREE"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"


class AttributionKind(StrEnum):
    """Whether the article names the speaker in the sentence or carries an earlier one over."""

    EXPLICIT = "explicit"
    CARRIED_OVER = "carried_over"


class EventKind(StrEnum):
    """The occasion at which something was said."""

    CALL = "call"
    MEETING = "meeting"
    VISIT = "visit"
    SUMMIT = "summit"
    PRESS_CONFERENCE = "press_conference"
    STATEMENT = "statement"
    SPEECH = "speech"
    LETTER = "letter"
    INTERVIEW = "interview"
    OTHER = "other"


class ActorType(StrEnum):
    """What an actor is: the second label of its node, in lower case."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"


class Precision(StrEnum):
    """How much of a date or time is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class Reviewed(StrEnum):
    """What a person did with a statement that stands: coded it, confirmed or corrected the machine's."""

    CODED = "coded"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
