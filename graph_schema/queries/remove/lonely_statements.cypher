// Statements among these that no article carries.
// $ids: list[str]
UNWIND $ids AS id
MATCH (s:Statement {id: id})
WHERE NOT EXISTS { (s)-[:REPORTED_IN]->(:Article) }
RETURN s.id AS id
