// Every relationship that leaves these positions.
// $ids: list[str]
UNWIND $ids AS id
MATCH (n:Position {id: id})-[r]->(end)
RETURN n.id AS start, type(r) AS type, end.id AS end, properties(r) AS properties
