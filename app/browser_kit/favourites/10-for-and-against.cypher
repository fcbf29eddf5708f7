// For and against: who stands where on a topic
MATCH (a:Actor)<-[:SPOKEN_BY]-(s:Statement)-[:ABOUT]->(:Topic {label: 'Trade'})
WITH a, sum(CASE WHEN s.stance > 0 THEN 1 ELSE 0 END) AS supporting,
     sum(CASE WHEN s.stance < 0 THEN 1 ELSE 0 END) AS opposing, count(s) AS statements
RETURN a.name AS speaker, supporting, opposing, statements
ORDER BY statements DESC, speaker
LIMIT 25
