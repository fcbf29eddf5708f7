// Every relationship that leaves these articles.
// $ids: list[str]
UNWIND $ids AS id
MATCH (n:Article {id: id})-[r]->(end)
RETURN n.id AS start, type(r) AS type, end.id AS end, properties(r) AS properties
