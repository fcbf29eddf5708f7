// Who took which stance on which main topic, in which article, on which day.
WITH DISTINCT s
UNWIND [(s)-[:SPOKEN_BY]->(a:Actor) | {id: a.id, name: a.name, type: a.type, country: a.iso}] AS who
UNWIND [(s)-[r:ABOUT]->(t:Topic) WHERE r.rank = 1 | {id: t.id, label: t.label}] AS topic
UNWIND [(s)-[:REPORTED_IN]->(a:Article) | a.id] AS article
WITH s, who, topic, min(article) AS article
RETURN who.id AS actor, who.name AS name, who.type AS type, who.country AS country,
  topic.id AS topic, topic.label AS label, s.stance AS stance, article, s.said_on AS day, count(s) AS count
