// What is the same within a day, week, month or year counts once; without a day, within its article.
// $unit: str
WITH s, who, CASE
  WHEN s.said_on IS NULL THEN s.read_in
  ELSE toString(date.truncate($unit, s.said_on))
END AS unit
