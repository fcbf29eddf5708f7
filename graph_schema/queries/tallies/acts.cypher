// How many of the selected statements were made in each interval, by act.
// $unit: str
WITH DISTINCT s WHERE s.said_on IS NOT NULL
RETURN date.truncate($unit, s.said_on) AS time, s.act AS id, s.act AS name, count(s) AS value
