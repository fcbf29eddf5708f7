// How many of the selected statements were made in each interval, by topic.
// $unit: str
WITH DISTINCT s WHERE s.said_on IS NOT NULL
UNWIND [(s)-[:ABOUT]->(t:Topic) | {id: t.id, name: t.label}] AS topic
RETURN date.truncate($unit, s.said_on) AS time, topic.id AS id, topic.name AS name, count(s) AS value
