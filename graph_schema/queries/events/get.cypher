// One event with who took part and how often it is spoken of.
// $id: str
MATCH (event:Event {id: $id})
RETURN event.id AS id, event.kind AS kind, event.starts_on AS starts_on, event.name AS name,
  event.place AS place,
  COLLECT {
    MATCH (actor:Actor)-[:TOOK_PART_IN]->(event:Event)
    RETURN actor {.id, .name, .type} ORDER BY actor.name, actor.id
  } AS participants,
  COUNT { MATCH (:Statement)-[:MADE_AT]->(event:Event) } AS statements,
  COUNT { MATCH (:Article)-[:REPORTS]->(event:Event) } AS articles
