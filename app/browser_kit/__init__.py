"""What Neo4j Browser is given to look at the graph with: a style, favourites, a guide.

Each favourite is a file of `favourites/`, its title in the first line, so that each can be tested alone.
"""

import html
import io
import re
import zipfile
from functools import cache
from importlib.resources import files

FOLDER = "Communique"  # how the Browser names the group of favourites
ADDRESS = "http://localhost:8000"  # where the service listens by default; the Browser trusts localhost
NAMES = ("style.grass", "favourites.cypher", "favourites.zip", "guide.html")
_PLACE = re.compile(r"\{\{([\w-]+)\}\}")
_EPOCH = (2020, 1, 1, 0, 0, 0)  # the same kit gives the same bytes


@cache
def favourites() -> dict[str, str]:
    """Return the queries by file name without ending, in order; the first line of each is its title."""
    folder = files("app.browser_kit").joinpath("favourites")
    found = {
        entry.name.removesuffix(".cypher"): entry.read_text("utf-8").strip() for entry in folder.iterdir()
    }
    return dict(sorted(found.items()))


def kit_file(name: str, address: str = ADDRESS) -> bytes:
    """Return one of NAMES; links lead to the service at that address."""
    if name == "favourites.zip":
        return _zipped()
    if name == "favourites.cypher":
        return "".join(f"{query};\n\n" for query in favourites().values()).encode()
    text = files("app.browser_kit").joinpath(name).read_text("utf-8")
    return (_guide(text, address) if name == "guide.html" else text).encode()


def _guide(text: str, address: str) -> str:
    def filled(found: re.Match[str]) -> str:
        return html.escape(address if found[1] == "address" else favourites()[found[1]], quote=False)

    return _PLACE.sub(filled, text)


def _zipped() -> bytes:
    """Return the favourites as the Browser exports and imports them: a file each, in a folder."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, query in favourites().items():
            archive.writestr(zipfile.ZipInfo(f"{FOLDER}/{name}.cypher", _EPOCH), query)
    return packed.getvalue()
