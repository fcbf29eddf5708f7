"""The tokenizer's vocabulary without what English in Latin letters never uses: a smaller embedding table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")


def slimmed(tokenizer: Path) -> tuple[dict[str, Any], list[int]]:
    """Return the tokenizer as JSON with new ids, and the old id of each new one."""
    content = json.loads(tokenizer.read_text("utf-8"))
    old = content["model"]["vocab"]
    kept = sorted((piece for piece in old if useful(piece)), key=old.__getitem__)
    content["model"]["vocab"] = new = {piece: i for i, piece in enumerate(kept)}
    content["added_tokens"] = [
        {**token, "id": new[token["content"]]} for token in content["added_tokens"] if token["content"] in new
    ]
    content |= {"truncation": None, "padding": None, "post_processor": None}
    return content, [old[piece] for piece in kept]


def useful(piece: str) -> bool:
    """Whether a word piece is Latin letters, digits, punctuation or one of the marks that we use."""
    if piece.startswith("[") and piece.endswith("]") and len(piece) > 1:
        return piece in SPECIAL
    return all(ord(c) < 0x250 or 0x2000 <= ord(c) < 0x2200 for c in piece)
