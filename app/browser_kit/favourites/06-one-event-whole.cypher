// One event, whole: who took part, what was said, on what
MATCH (e:Event)<-[:TOOK_PART_IN]-(:Actor)
WITH e, count(*) AS parties
ORDER BY parties DESC, e.starts_on DESC
LIMIT 1
MATCH path = (e:Event)<-[:MADE_AT]-(:Statement)-[:SPOKEN_BY|ABOUT]->(:Actor|Topic)
RETURN path
LIMIT 25
