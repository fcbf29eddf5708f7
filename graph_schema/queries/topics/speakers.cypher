// Who speaks most about any of these topics.
// $ids: list[str]
// $limit: int
MATCH (a:Actor)<-[:SPOKEN_BY]-(s:Statement)-[:ABOUT]->(t:Topic)
WHERE t.id IN $ids
WITH a, count(DISTINCT s) AS statements
RETURN a.id AS id, a.name AS name, a.type AS type, a.iso AS country, statements
ORDER BY statements DESC, id
LIMIT $limit
