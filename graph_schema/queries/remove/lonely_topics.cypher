// Topics among these that no statement and no narrower topic points to, with their broader ones.
// $ids: list[str]
UNWIND $ids AS id
MATCH (t:Topic {id: id})
WHERE NOT EXISTS { (t)<-[:ABOUT]-(:Statement) }
  AND NOT EXISTS { (t)<-[:BROADER]-(:Topic) }
RETURN t.id AS id, [(t)-[:BROADER]->(b:Topic) | b.id] AS broader
