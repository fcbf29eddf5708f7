// Take from these events what was said there in a way that no article tells any more.
// $rows: list[map]
UNWIND $rows AS row
MATCH (s:Statement)-[r:MADE_AT]->(e:Event {id: row.id})
WHERE NOT r.told_as IN row.told
DELETE r
