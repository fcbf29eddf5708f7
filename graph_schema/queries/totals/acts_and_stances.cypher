// How many of the selected statements there are, by act and stance.
WITH DISTINCT s
RETURN s.act AS act, s.stance AS stance, count(s) AS statements
