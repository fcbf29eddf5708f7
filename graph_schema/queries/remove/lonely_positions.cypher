// Positions among these that nobody holds, with where they belong.
// $ids: list[str]
UNWIND $ids AS id
MATCH (p:Position {id: id})
WHERE NOT EXISTS { (p)<-[:HOLDS]-(:Actor) }
RETURN p.id AS id, [(p)-[:WITHIN]->(a:Actor) | a.id] AS actors
