// Every relationship that leaves these events.
// $ids: list[str]
UNWIND $ids AS id
MATCH (n:Event {id: id})-[r]->(end)
RETURN n.id AS start, type(r) AS type, end.id AS end, properties(r) AS properties
