// An actor as the graph describes it.
// $id: str
MATCH (n:Actor {id: $id})
RETURN n.id AS id, n.name AS name, n.type AS type, n.iso AS country
