// Newest statements, as a table
MATCH (a:Actor)<-[:SPOKEN_BY]-(s:Statement)-[:ABOUT]->(t:Topic)
WHERE s.said_on IS NOT NULL
RETURN toString(s.said_on) AS day, a.name AS speaker, s.cue AS cue, s.claim AS claim, t.label AS topic, s.act AS act
ORDER BY day DESC, speaker, claim
LIMIT 50
