// Forget that these articles report these events.
// $rows: list[map]
UNWIND $rows AS row
MATCH (a:Article {id: row.start})-[r:REPORTS]->(e:Event {id: row.end})
DELETE r
