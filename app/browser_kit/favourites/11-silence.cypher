// Silence: who spoke on a topic once, and has not since a day
MATCH (a:Actor)<-[:SPOKEN_BY]-(s:Statement)-[:ABOUT]->(:Topic {label: 'War in Ukraine'})
WITH a, max(s.said_on) AS last_said_on, count(s) AS statements
WHERE last_said_on < date('2023-09-01')
RETURN a.name AS speaker, toString(last_said_on) AS last_said_on, statements
ORDER BY last_said_on, speaker
LIMIT 25
