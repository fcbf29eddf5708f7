// Who addresses whom
MATCH path = (:Actor)<-[:SPOKEN_BY]-(s:Statement)-[:ADDRESSED_TO]->(:Actor)
RETURN path
ORDER BY s.said_on DESC
LIMIT 40
