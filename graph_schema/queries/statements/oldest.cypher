// The last of the selected statements, oldest first.
// $limit: int
WITH DISTINCT s
RETURN s.id AS id, s.place AS place
ORDER BY s.place DESC
LIMIT $limit
