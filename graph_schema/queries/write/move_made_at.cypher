// Bring what was said at an event as one account tells of it to the event that the account belongs to.
// $rows: list[map]
UNWIND $rows AS row
MATCH (before:Event {id: row.before})<-[r:MADE_AT]-(s:Statement)
WHERE r.told_as = row.told_as
MATCH (after:Event {id: row.after})
MERGE (s)-[moved:MADE_AT]->(after)
SET moved.told_as = row.told_as
DELETE r
