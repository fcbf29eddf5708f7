// The next events by id, with all their properties.
// $after: str
// $limit: int
MATCH (n:Event)
WHERE n.id > $after
RETURN n.id AS id, properties(n) AS properties
ORDER BY n.id
LIMIT $limit
