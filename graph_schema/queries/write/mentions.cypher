// Join statements to whom they mention.
// $rows: list[map]
UNWIND $rows AS row
MATCH (start:Statement {id: row.start})
MATCH (end:Actor {id: row.end})
MERGE (start)-[r:MENTIONS]->(end)
SET r = row.properties
