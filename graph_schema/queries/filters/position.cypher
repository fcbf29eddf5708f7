// Spoken by somebody who held one of these positions on the day; terms are ISO dates of any precision.
// $position: list[str]
(s:Statement)-[:SPOKEN_BY]->(holder:Actor)-[term:HOLDS]->(office:Position)
  WHERE office.id IN $position
  AND term.since <= toString(s.said_on)
  AND (term.until = '' OR left(toString(s.said_on), size(term.until)) <= term.until)
