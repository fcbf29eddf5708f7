// Every relationship that leaves these actors.
// $ids: list[str]
UNWIND $ids AS id
MATCH (n:Actor {id: id})-[r]->(end)
RETURN n.id AS start, type(r) AS type, end.id AS end, properties(r) AS properties
