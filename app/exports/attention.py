"""The flat tables of formulas, silences, firsts and rises."""

from app.attention import First, Rise, Silence
from app.exports.columns import inner, own
from app.exports.table import Column, Table, Type
from app.formulas import Formula

WHO = (own("id"), own("name"))
FORMULAS: Table[Formula] = Table(
    "formulas",
    (
        own("formula"),
        own("n", Type.INTEGER),
        own("days", Type.INTEGER),
        own("articles", Type.INTEGER),
        Column("first_said_on", Type.DATE, lambda row: row.first.said_on),
        inner("first_statement", "first", "statement"),
        Column("last_said_on", Type.DATE, lambda row: row.last.said_on),
        inner("last_statement", "last", "statement"),
        Column("returns", Type.INTEGER, lambda row: len(row.returns)),
    ),
)
SILENCES: Table[Silence] = Table(
    "silences",
    (
        *WHO,
        own("n", Type.INTEGER),
        own("days", Type.INTEGER),
        own("first_said_on", Type.DATE),
        own("last_said_on", Type.DATE),
        own("silent_for", Type.INTEGER),
    ),
)
FIRSTS: Table[First] = Table(
    "firsts",
    (*WHO, own("first_said_on", Type.DATE), own("n_on_that_day", Type.INTEGER), own("n", Type.INTEGER)),
)
RISES: Table[Rise] = Table(
    "rises",
    (
        *WHO,
        own("week", Type.DATE),
        own("n", Type.INTEGER),
        own("median", Type.NUMBER),
        own("weeks", Type.INTEGER),
        own("ratio", Type.NUMBER),
    ),
)
