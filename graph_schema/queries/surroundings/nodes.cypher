// Nodes of any kind by their ids, with their captions.
// $ids: list[str]
UNWIND $ids AS id
MATCH (n:Article {id: id})
RETURN n.id AS id, 'article' AS kind, n.name AS name
UNION
UNWIND $ids AS id
MATCH (n:Statement {id: id})
RETURN n.id AS id, 'statement' AS kind, n.name AS name
UNION
UNWIND $ids AS id
MATCH (n:Actor {id: id})
RETURN n.id AS id, 'actor' AS kind, n.name AS name
UNION
UNWIND $ids AS id
MATCH (n:Position {id: id})
RETURN n.id AS id, 'position' AS kind, n.name AS name
UNION
UNWIND $ids AS id
MATCH (n:Topic {id: id})
RETURN n.id AS id, 'topic' AS kind, n.label AS name
UNION
UNWIND $ids AS id
MATCH (n:Event {id: id})
RETURN n.id AS id, 'event' AS kind, n.name AS name
