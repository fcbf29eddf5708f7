"""Networks and polarization in windows that move, as flat rows."""

from datetime import date

from app.exports.columns import own
from app.exports.table import Table, Type
from app.polarization import Camps
from graph_schema.views import View


class MovingTie(View):
    """The tie of two actors in one window, of which both days are included."""

    since: date
    until: date
    source: str
    source_name: str
    target: str
    target_name: str
    kind: str
    weight: float


class MovingCamps(Camps):
    """How a topic divides actors in one window, of which both days are included."""

    since: date
    until: date
    topic: str
    label: str


WINDOW = (own("since", Type.DATE), own("until", Type.DATE))
TIES: Table[MovingTie] = Table(
    "network-windows",
    (
        *WINDOW,
        *(own(name) for name in ("source", "source_name", "target", "target_name", "kind")),
        own("weight", Type.NUMBER),
    ),
)
CAMPS: Table[MovingCamps] = Table(
    "polarization",
    (
        *WINDOW,
        own("topic"),
        own("label"),
        own("polarization", Type.NUMBER),
        *(own(name, Type.INTEGER) for name in ("actors", "in_favour", "against", "neither", "statements")),
    ),
)
