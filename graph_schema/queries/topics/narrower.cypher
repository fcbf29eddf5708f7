// These topics and all narrower ones.
// $ids: list[str]
MATCH (narrow:Topic)-[:BROADER*0..6]->(broad:Topic)
WHERE broad.id IN $ids
RETURN DISTINCT narrow.id AS id
