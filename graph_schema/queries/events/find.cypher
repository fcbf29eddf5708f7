// Events, the latest day first (unknown days last), then by id; from a place in that list on.
// $kinds: list[str]
// $participants: list[str]
// $since: date | null
// $until: date | null
// $after_day: str
// $after_id: str
// $limit: int
MATCH (event:Event)
WITH event, coalesce(toString(event.starts_on), '') AS day
WHERE (day < $after_day OR (day = $after_day AND event.id > $after_id))
  AND (size($kinds) = 0 OR event.kind IN $kinds)
  AND ($since IS NULL OR event.starts_on >= $since)
  AND ($until IS NULL OR event.starts_on <= $until)
  AND all(id IN $participants WHERE EXISTS { MATCH (:Actor {id: id})-[:TOOK_PART_IN]->(event:Event) })
WITH event, day
ORDER BY day DESC, event.id
LIMIT $limit
RETURN event.id AS id, event.kind AS kind, event.starts_on AS starts_on, event.name AS name,
  event.place AS place,
  COLLECT {
    MATCH (actor:Actor)-[:TOOK_PART_IN]->(event:Event)
    RETURN actor {.id, .name, .type} ORDER BY actor.name, actor.id
  } AS participants,
  COUNT { MATCH (:Statement)-[:MADE_AT]->(event:Event) } AS statements,
  COUNT { MATCH (:Article)-[:REPORTS]->(event:Event) } AS articles
ORDER BY day DESC, id
