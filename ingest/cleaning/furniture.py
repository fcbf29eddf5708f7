"""What stands around an article on its page: share buttons, related stories, newsletters, copyright lines.

Knowledge of pages, not of any one publisher. A *section* runs from its heading to the end of the page; a
*line* is furniture on its own, wherever it stands.
"""

import re
from collections.abc import Sequence

LONGEST_LINE = 200
SHORTEST_PROSE = 8  # words: a headline in a list of links may end in a full stop, a paragraph is longer

_SECTION = re.compile(
    r"""(?:search\ trends
    | related(?:\ (?:articles?|stor(?:y|ies)|news|topics?|links?|coverage|content|posts?|reading)\b.*)?
    | (?:see\ also|read\ (?:more|next|also)|further\ reading|more\ stories|more\ news|top\ stories)
    | (?:most\ (?:read|viewed|popular|shared)|popular|trending|recommended|you\ (?:may|might)\ also)\b.*
    | (?:more\ (?:in|from|on)|the\ latest|highlights?)\b.*\bview\ more\b.*
    | editors?['’]?s?\ picks?\b.* | latest(?:\ (?:news|stories))? | do\ ?n['’]t\ miss
    | (?:tags|topics|keywords?)\s*:.* | share(?:\ (?:this|on|via)\b.*)?
    | follow\ us\b.* | comments?(?:\ \(\d+\))?
    | (?:our\ )?newsletters?\b.* | advertisements?
    )\s*:?""",
    re.IGNORECASE | re.VERBOSE,
)
_TAGS = re.compile(r"TAGS\b.*|#\w+(?:\s+#?\w+)*|.*\b(?:SHARE|MOST VIEWED(?: 1\.)?)")
_LINE = re.compile(
    r"""(?:copyright\b|©|\(c\)\s).* | .*\ball\ rights\ reserved\W*
    | (?:\\?\#\s*){2,} | (?:\\?\*\s*){2,} | [-_=]{3,} | \W*end(?:s|\ of\ text|\ text)?\W*
    | (?:share|tweet|print|e-?mail|whatsapp|facebook|twitter|telegram|copy\ link|advertisement|sponsored)\W*
    | (?:view|leave\ a|post\ a|show|hide)\ comments?\W*
    | thanks\ for\ sharing\W* | url\ berhasil\ di\ ?salin\W*
    | (?:read|load|show|view)\ (?:more|full\ (?:story|article))\W* | continue\ reading\W*
    | \d+\ min(?:ute)?s?\ read | listen\ to\ this\ (?:article|story)\W*
    | (?:(?:read|see|watch|listen)\ (?:more|also|next)|also\ read|related|recommended)\s*[:|].*
    | related\ (?:article|story)\s.*
    | (?:click|tap)\ here\b.* | to\ (?:view|read|see|watch)\b.*\bclick\ here\b.*
    | follow\ (?:us|@\w+|\w+)\ on\b.* | join\b.*\b(?:telegram|whatsapp)\b.*
    | (?:get|have)\b.*\bdelivered\ to\ you\b.*
    | (?:sign\ up|subscribe|register)\b.*\b(?:newsletters?|updates|alerts|briefings?|inbox)\b.*
    | (?:sign\ up|subscribe|register)(?:\ now)?\W* | download\ (?:our|the)\b.*\bapp\b.*
    | for\ (?:media|press)\ (?:inquir|enquir)ies\b.*
    | (?:image|photo|picture|file\ photo)s?\s*(?:credit|source)?\s*:.*
    | photos?\ (?:courtesy\ of|credit|by)\b.*
    | \W*(?:(?:additional\ )?(?:reporting|editing|writing)|compiled|translated)\ by\b.*
    | \W*with\ inputs?\ from\b.*
    | \(this\ (?:article|story|report)\ (?:was|is|has\ been)\b.*\)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PROSE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")


def furniture(lines: Sequence[str]) -> set[int]:
    """Return which of an article's lines (not blank, in order) are page furniture."""
    alone = {at for at, line in enumerate(lines) if is_furniture(line)}
    section = len(lines)
    for at in range(len(lines) - 1, 0, -1):  # the first line is never the heading of a section
        if at not in alone and is_prose(lines[at]):
            break
        if is_heading(lines[at]):
            section = at
    return alone | set(range(section, len(lines)))


def is_furniture(line: str) -> bool:
    """Return whether a line belongs to the page and not to the article."""
    return len(line) <= LONGEST_LINE and bool(_LINE.fullmatch(line.strip()))


def is_heading(line: str) -> bool:
    """Return whether links, tags or other articles begin here if no prose follows."""
    line = line.strip()
    return len(line) <= LONGEST_LINE and bool(_SECTION.fullmatch(line) or _TAGS.fullmatch(line))


def is_prose(line: str) -> bool:
    """Return whether a line is a paragraph of sentences."""
    return len(line.split()) >= SHORTEST_PROSE and bool(_PROSE_END.search(line.strip()))
