// Join statements to those whose position they voice.
// $rows: list[map]
UNWIND $rows AS row
MATCH (start:Statement {id: row.start})
MATCH (end:Actor {id: row.end})
MERGE (start)-[r:VOICES]->(end)
SET r = row.properties
