// Take out statements that no article carries.
// $ids: list[str]
UNWIND $ids AS id
MATCH (s:Statement {id: id})
WHERE NOT EXISTS { (s)-[:REPORTED_IN]->(:Article) }
DETACH DELETE s
