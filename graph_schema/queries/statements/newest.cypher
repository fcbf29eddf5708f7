// The first of the selected statements, newest first.
// $limit: int
WITH DISTINCT s
RETURN s.id AS id, s.place AS place
ORDER BY s.place
LIMIT $limit
