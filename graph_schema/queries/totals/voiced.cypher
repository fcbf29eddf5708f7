// How often who took which stance on which main topic, as [topic, stance, times]; the same once within a unit.
WITH actor, name, s.main_topic AS topic, s.stance AS stance, count(DISTINCT unit) AS times
RETURN actor, name, collect([topic, stance, times]) AS voiced
