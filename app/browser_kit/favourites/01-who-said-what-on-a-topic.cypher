// Who said what on a topic: one person's newest statements
MATCH path = (:Actor {name: 'Wang Yi'})<-[:SPOKEN_BY]-(s:Statement)-[:ABOUT]->(:Topic {label: 'War in Ukraine'})
RETURN path
ORDER BY s.said_on DESC
LIMIT 25
