// How many statements are about any of these topics, and on which days the first and last were made.
// $ids: list[str]
MATCH (s:Statement)-[:ABOUT]->(t:Topic)
WHERE t.id IN $ids
WITH DISTINCT s
RETURN count(s) AS statements, min(s.said_on) AS first_said_on, max(s.said_on) AS last_said_on
