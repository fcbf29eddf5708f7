// The organizations that make the selected statements, themselves or through who speaks for them.
MATCH (s:Statement)-[:SPOKEN_BY|ON_BEHALF_OF]->(a:Actor)
WHERE a.type = 'organization' AND s.main_topic IS NOT NULL
WITH s, a AS who
