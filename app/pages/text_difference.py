"""Two wordings as one text: what only the first has is struck out, what only the second has is underlined."""

from collections.abc import Sequence

from markupsafe import Markup

from app.pages.markup import tag
from app.wording import Stretch, Where

_TAGS = {Where.FIRST: "del", Where.SECOND: "ins"}


def wording(stretches: Sequence[Stretch]) -> Markup:
    """Return the stretches of two wordings as one text."""
    return Markup(" ").join(
        tag(_TAGS[each.where], each.words) if each.where in _TAGS else tag("span", each.words)
        for each in stretches
    )
