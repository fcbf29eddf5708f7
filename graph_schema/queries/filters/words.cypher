// Found by a full-text query among the claims.
// $index: str
// $words: str
CALL db.index.fulltext.queryNodes($index, $words) YIELD node AS s
