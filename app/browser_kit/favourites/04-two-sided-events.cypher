// Two-sided events: meetings and calls that two publishers report
MATCH path = (a:Article)-[:REPORTS]->(e:Event)<-[:REPORTS]-(b:Article)
WHERE a.id < b.id AND a.publisher <> b.publisher
RETURN path
ORDER BY e.starts_on DESC
LIMIT 10
