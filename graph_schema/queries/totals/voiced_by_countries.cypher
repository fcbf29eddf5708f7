// How often speakers of each country took which stance on which main topic; the same counts once within a unit.
// $unit: str
WITH DISTINCT s
UNWIND [(s)-[:SPOKEN_BY]->(a:Actor) WHERE a.iso IS NOT NULL | {id: a.iso, name: a.iso}] AS who
UNWIND [(s)-[r:ABOUT]->(t:Topic) WHERE r.rank = 1 | {id: t.id, label: t.label}] AS topic
WITH who.id AS actor, who.name AS name, topic.id AS topic, topic.label AS label, s.stance AS stance,
  CASE
    WHEN $unit = 'all' THEN s.id
    WHEN $unit = 'whole' THEN ''
    WHEN $unit = 'article' OR s.said_on IS NULL THEN s.read_in
    ELSE toString(date.truncate($unit, s.said_on))
  END AS unit
RETURN actor, name, topic, label, stance, count(DISTINCT unit) AS count
