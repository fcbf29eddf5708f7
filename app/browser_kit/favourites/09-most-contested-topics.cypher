// Most contested topics: where statements for and against meet
MATCH (s:Statement)-[:ABOUT]->(t:Topic)
WHERE s.stance <> 0
WITH t, sum(CASE WHEN s.stance > 0 THEN 1 ELSE 0 END) AS supporting,
     sum(CASE WHEN s.stance < 0 THEN 1 ELSE 0 END) AS opposing
WHERE supporting > 0 AND opposing > 0
RETURN t.label AS topic, supporting, opposing,
       CASE WHEN supporting < opposing THEN supporting ELSE opposing END AS contested
ORDER BY contested DESC, topic
LIMIT 20
