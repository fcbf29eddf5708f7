// Actors among these to whom nothing points, with the positions they held.
// $ids: list[str]
UNWIND $ids AS id
MATCH (a:Actor {id: id})
WHERE NOT EXISTS { (a)<-[:SPOKEN_BY|VOICES|ON_BEHALF_OF|ADDRESSED_TO|MENTIONS]-(:Statement) }
  AND NOT EXISTS { (a)-[:TOOK_PART_IN]->(:Event) }
  AND NOT EXISTS { (a)<-[:WITHIN]-(:Position) }
RETURN a.id AS id, [(a)-[:HOLDS]->(p:Position) | p.id] AS positions
