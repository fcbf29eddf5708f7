// Never on a topic: the most talkative who have not said a word on it
MATCH (a:Actor)<-[:SPOKEN_BY]-(s:Statement)
WHERE NOT EXISTS { (a)<-[:SPOKEN_BY]-(:Statement)-[:ABOUT]->(:Topic {label: 'War in Ukraine'}) }
RETURN a.name AS speaker, count(s) AS statements
ORDER BY statements DESC, speaker
LIMIT 25
