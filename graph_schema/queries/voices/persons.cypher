// The persons who make the selected statements.
MATCH (s:Statement)-[:SPOKEN_BY]->(a:Actor)
WHERE a.type = 'person' AND s.main_topic IS NOT NULL
WITH s, a AS who
