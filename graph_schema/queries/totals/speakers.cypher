// Who makes the selected statements, the most frequent first.
// $limit: int
WITH DISTINCT s
UNWIND [(s)-[:SPOKEN_BY]->(a:Actor) | {id: a.id, name: a.name, type: a.type, country: a.iso}] AS who
WITH who.id AS id, who.name AS name, who.type AS type, who.country AS country, count(s) AS statements,
  sum(CASE WHEN s.stance > 0 THEN 1 ELSE 0 END) AS in_favour,
  sum(CASE WHEN s.stance < 0 THEN 1 ELSE 0 END) AS against
RETURN id, name, type, country, statements, in_favour, against
ORDER BY statements DESC, id
LIMIT $limit
