// The relationships of some nodes of any kind, those to the newest statements and articles first.
// $ids: list[str]
// $limit: int
UNWIND $ids AS id
MATCH (n:Article {id: id})-[r]-(other)
WITH r, other ORDER BY coalesce(other.place, other.id) LIMIT $limit
RETURN startNode(r).id AS source, endNode(r).id AS target, type(r) AS kind
UNION
UNWIND $ids AS id
MATCH (n:Statement {id: id})-[r]-(other)
WITH r, other ORDER BY coalesce(other.place, other.id) LIMIT $limit
RETURN startNode(r).id AS source, endNode(r).id AS target, type(r) AS kind
UNION
UNWIND $ids AS id
MATCH (n:Actor {id: id})-[r]-(other)
WITH r, other ORDER BY coalesce(other.place, other.id) LIMIT $limit
RETURN startNode(r).id AS source, endNode(r).id AS target, type(r) AS kind
UNION
UNWIND $ids AS id
MATCH (n:Position {id: id})-[r]-(other)
WITH r, other ORDER BY coalesce(other.place, other.id) LIMIT $limit
RETURN startNode(r).id AS source, endNode(r).id AS target, type(r) AS kind
UNION
UNWIND $ids AS id
MATCH (n:Topic {id: id})-[r]-(other)
WITH r, other ORDER BY coalesce(other.place, other.id) LIMIT $limit
RETURN startNode(r).id AS source, endNode(r).id AS target, type(r) AS kind
UNION
UNWIND $ids AS id
MATCH (n:Event {id: id})-[r]-(other)
WITH r, other ORDER BY coalesce(other.place, other.id) LIMIT $limit
RETURN startNode(r).id AS source, endNode(r).id AS target, type(r) AS kind
