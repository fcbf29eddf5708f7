// Join statements to the occasion on which they were made.
// $rows: list[map]
UNWIND $rows AS row
MATCH (start:Statement {id: row.start})
MATCH (end:Event {id: row.end})
MERGE (start)-[r:MADE_AT]->(end)
SET r = row.properties
