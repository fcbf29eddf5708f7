// Statements that are gone, after a place in their list, the first gone first.
// $after: str
// $limit: int
MATCH (t:Tombstone)
WHERE t.place > $after
RETURN t.id AS id, t.removed_at AS removed_at, t.place AS place
ORDER BY t.place
LIMIT $limit
