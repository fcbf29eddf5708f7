"""In which language a text is: only English is read."""

import re

FEWEST = 12  # words: less than a sentence proves nothing, and counts as English
ENGLISH = 0.12  # the share of these words in English prose is 0.25 to 0.4, in other languages below 0.05

_WORD = re.compile(r"[^\W\d_]+")
# words of English and of no language near it: without in, was, is, on, at, also, had, he
_COMMON = {
    "the", "of", "and", "to", "that", "with", "by", "from", "been", "has", "have", "which", "not",
    "said", "will", "would", "their", "who", "they", "this", "were", "are", "its",
}  # fmt: skip
_CHINESE = {"wuu", "yue", "lzh", "nan", "hak"}  # told apart by the model, one written language here


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of a text's language."""
    words = [word.lower() for word in _WORD.findall(text[:5000])]
    if len(words) >= FEWEST and sum(word in _COMMON for word in words) >= ENGLISH * len(words):
        return "en"
    if len(text.split()) < FEWEST and text.isascii():
        return "en"
    # loads its model: only those who have other texts than English need it
    import py3langid  # type: ignore[import-untyped]

    code: str = py3langid.classify(text[:5000])[0]
    return "zh" if code in _CHINESE else code


def is_english(code: str) -> bool:
    """Return whether a language code means English, of whatever country."""
    return code.lower().partition("-")[0] in ("en", "eng")
