// Who speaks on what in the selected statements, the most frequent pairs of speaker and topic first.
// $limit: int
WITH DISTINCT s
UNWIND [(s)-[:SPOKEN_BY]->(a:Actor) | {id: a.id, name: a.name}] AS who
UNWIND [(s)-[:ABOUT]->(t:Topic) | {id: t.id, label: t.label}] AS topic
WITH who.id AS speaker, who.name AS name, topic.id AS topic, topic.label AS label, count(s) AS statements
RETURN speaker, name, topic, label, statements
ORDER BY statements DESC, speaker, topic
LIMIT $limit
