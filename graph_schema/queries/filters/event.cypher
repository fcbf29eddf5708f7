// Made at one of these events.
// $event: list[str]
(s:Statement)-[:MADE_AT]->(event:Event) WHERE event.id IN $event
