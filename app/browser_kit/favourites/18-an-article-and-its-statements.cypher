// One article: its statements and who spoke
MATCH (s:Statement)-[:REPORTED_IN]->(a:Article)
WITH a, count(s) AS statements
ORDER BY statements DESC, a.id
LIMIT 1
MATCH path = (a:Article)<-[:REPORTED_IN]-(:Statement)-[:SPOKEN_BY]->(:Actor)
RETURN path
LIMIT 30
