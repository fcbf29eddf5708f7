// How many of the selected statements were made in each interval, by speaker.
// $unit: str
WITH DISTINCT s WHERE s.said_on IS NOT NULL
UNWIND [(s)-[:SPOKEN_BY]->(a:Actor) | {id: a.id, name: a.name}] AS who
RETURN date.truncate($unit, s.said_on) AS time, who.id AS id, who.name AS name, count(s) AS value
