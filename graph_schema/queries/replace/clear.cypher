// Take out the next nodes of any kind, with all that hangs on them.
// $limit: int
MATCH (n:Article|Statement|Actor|Position|Topic|Event|Tombstone)
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS n
