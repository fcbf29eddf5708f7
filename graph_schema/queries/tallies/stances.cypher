// How many of the selected statements were made in each interval, by stance.
// $unit: str
WITH DISTINCT s WHERE s.said_on IS NOT NULL
RETURN date.truncate($unit, s.said_on) AS time, toString(s.stance) AS id, toString(s.stance) AS name,
  count(s) AS value
