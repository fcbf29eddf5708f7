"""BibTeX: `@misc` entries that BibTeX and BibLaTeX both read, one an article."""

from collections.abc import Sequence

from app.exports.citations import Citation

SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
ESCAPES = str.maketrans(SPECIAL)


def bibtex(given: Sequence[Citation]) -> str:
    """Return citations as a BibTeX file."""
    return "\n".join(entry(each) for each in given)


def entry(given: Citation) -> str:
    """Return one entry; fields that are not known are left out."""
    fields = {
        "author": f"{{{text(given.publisher)}}}" if given.publisher else "",
        "title": f"{{{text(given.headline)}}}" if given.headline else "",
        "year": f"{given.published:%Y}" if given.published else "",
        "date": given.published.isoformat() if given.published else "",
        "url": given.url,
        "note": text(given.note),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@misc{{{given.key},\n{''.join(lines)}}}\n"


def text(words: str) -> str:
    """Return words so that TeX sets them as they are."""
    return " ".join(words.translate(ESCAPES).split())
