// How often who was against, took no position and was in favour on which main topics, as
// [topic, against, neither, in favour]; the same counts once within a unit.
WITH who, s.main_topic AS topic,
  count(DISTINCT CASE WHEN s.stance < 0 THEN unit END) AS against,
  count(DISTINCT CASE WHEN s.stance = 0 THEN unit END) AS neither,
  count(DISTINCT CASE WHEN s.stance > 0 THEN unit END) AS in_favour
WITH who, collect([topic, against, neither, in_favour]) AS voiced
RETURN who.id AS actor, who.name AS name, voiced
