// Carried by most articles: statements by the number of their appearances
MATCH (s:Statement)-[:REPORTED_IN]->(a:Article)
WITH s, count(a) AS articles, collect(a.publisher)[..10] AS publishers
RETURN s.name AS statement, articles, publishers
ORDER BY articles DESC, statement
LIMIT 25
