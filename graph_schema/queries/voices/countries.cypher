// The countries of those who make the selected statements, by their codes.
MATCH (s:Statement)-[:SPOKEN_BY]->(a:Actor)
WHERE a.iso IS NOT NULL AND s.main_topic IS NOT NULL
WITH s, {id: a.iso, name: a.iso} AS who
