// What the selected statements are about, the most frequent first.
// $limit: int
WITH DISTINCT s
UNWIND [(s)-[:ABOUT]->(t:Topic) | {id: t.id, label: t.label}] AS topic
WITH topic.id AS id, topic.label AS label, count(s) AS statements,
  sum(CASE WHEN s.stance > 0 THEN 1 ELSE 0 END) AS in_favour,
  sum(CASE WHEN s.stance < 0 THEN 1 ELSE 0 END) AS against
RETURN id, label, statements, in_favour, against
ORDER BY statements DESC, id
LIMIT $limit
