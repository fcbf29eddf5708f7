// The topics these statements are about.
// $ids: list[str]
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[:ABOUT]->(t:Topic)
RETURN DISTINCT t.id AS id
