"""The branch of the error tree that only a request can meet.

CommuniqueError
├── InvalidParameters   parameters that do not exist or have no such value; carries each
├── KeyRequired         reading or writing from here needs a key
├── KeyLacksScope       the key is good, but not for this
├── ExtraMissing        what is asked needs an optional extra that is not installed here
├── TooManyRequests     a caller asks too often; carries the fields that say when to come again
├── TooLarge            more was sent than one article may have
├── NoIntake            this service was started without anybody who takes articles in
└── NotModified         no error: the reader's copy is still good
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_schema.errors import CommuniqueError


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one parameter, and the nearest right names or values."""

    parameter: str
    detail: str
    nearest: tuple[str, ...] = ()


class InvalidParameters(CommuniqueError):
    """Parameters that do not exist, or have no such value."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{fault.parameter}: {fault.detail}" for fault in faults))


class KeyRequired(CommuniqueError):
    """What is asked needs a key, and none that is valid was given."""


class KeyLacksScope(CommuniqueError):
    """The key is good, but does not open what is asked."""


class ExtraMissing(CommuniqueError):
    """What is asked needs an optional extra that is not installed; the message names it."""


class TooManyRequests(CommuniqueError):
    """A caller asks too often; `fields` say in headers when to come again."""

    def __init__(self, message: str, fields: Mapping[str, str]) -> None:
        self.fields = fields
        super().__init__(message)


class TooLarge(CommuniqueError):
    """More was sent than one article may have."""


class NoIntake(CommuniqueError):
    """The service was started without anybody who takes articles in."""


class NotModified(CommuniqueError):
    """The reader's copy is still good; `tag` is its entity tag."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        super().__init__("the copy is still good")
