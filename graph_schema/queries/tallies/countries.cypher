// How many of the selected statements were made in each interval, by the speakers' countries.
// $unit: str
WITH DISTINCT s WHERE s.said_on IS NOT NULL
UNWIND [(s)-[:SPOKEN_BY]->(a:Actor) WHERE a.iso IS NOT NULL | a.iso] AS country
WITH DISTINCT s, country
RETURN date.truncate($unit, s.said_on) AS time, country AS id, country AS name, count(s) AS value
