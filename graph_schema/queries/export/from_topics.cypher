// Every relationship that leaves these topics.
// $ids: list[str]
UNWIND $ids AS id
MATCH (n:Topic {id: id})-[r]->(end)
RETURN n.id AS start, type(r) AS type, end.id AS end, properties(r) AS properties
