// Everybody on a topic: speakers, statements and what they are about
MATCH path = (:Actor)<-[:SPOKEN_BY]-(s:Statement)-[:ABOUT]->(:Topic {label: 'War in Ukraine'})
RETURN path
ORDER BY s.said_on DESC
LIMIT 50
