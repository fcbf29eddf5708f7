// Actors by how many statements they speak, the most first, then by id, from a place in that list on.
// $ids: list[str] | null
// $type: str | null
// $country: str | null
// $after_count: int
// $after_id: str
// $limit: int
MATCH (a:Actor)
WHERE ($ids IS NULL OR a.id IN $ids)
  AND ($type IS NULL OR a.type = $type)
  AND ($country IS NULL OR a.iso = $country)
WITH a, COUNT { (a)<-[:SPOKEN_BY]-(:Statement) } AS statements
WHERE statements < $after_count OR (statements = $after_count AND a.id > $after_id)
RETURN a.id AS id, a.name AS name, a.type AS type, a.iso AS country, statements
ORDER BY statements DESC, id
LIMIT $limit
