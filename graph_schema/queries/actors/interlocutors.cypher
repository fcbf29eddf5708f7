// With whom an actor speaks: whom it addresses, who addresses it, with whom it speaks jointly, whom it meets.
// $id: str
MATCH (me:Actor {id: $id})<-[:SPOKEN_BY]-(s:Statement)-[:ADDRESSED_TO]->(other:Actor)
RETURN other.id AS id, other.name AS name, other.type AS type, other.iso AS country, 'addressed' AS how,
  count(DISTINCT s) AS times
UNION ALL
MATCH (me:Actor {id: $id})<-[:ADDRESSED_TO]-(s:Statement)-[:SPOKEN_BY]->(other:Actor)
RETURN other.id AS id, other.name AS name, other.type AS type, other.iso AS country, 'addressed_by' AS how,
  count(DISTINCT s) AS times
UNION ALL
MATCH (me:Actor {id: $id})<-[:SPOKEN_BY]-(s:Statement)-[:SPOKEN_BY]->(other:Actor)
WHERE other.id <> $id
RETURN other.id AS id, other.name AS name, other.type AS type, other.iso AS country, 'jointly' AS how,
  count(DISTINCT s) AS times
UNION ALL
MATCH (me:Actor {id: $id})-[:TOOK_PART_IN]->(e:Event)<-[:TOOK_PART_IN]-(other:Actor)
WHERE other.id <> $id
RETURN other.id AS id, other.name AS name, other.type AS type, other.iso AS country, 'met' AS how,
  count(DISTINCT e) AS times
