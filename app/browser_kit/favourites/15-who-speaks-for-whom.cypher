// Who speaks for whom: countries and bodies behind the speakers
MATCH (a:Actor)<-[:SPOKEN_BY]-(s:Statement)-[:ON_BEHALF_OF]->(b:Actor)
WHERE a.id <> b.id
RETURN a.name AS speaker, b.name AS on_behalf_of, count(s) AS statements, toString(max(s.said_on)) AS last_said_on
ORDER BY statements DESC, speaker
LIMIT 25
