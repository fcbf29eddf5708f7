// Join statements to who spoke them.
// $rows: list[map]
UNWIND $rows AS row
MATCH (start:Statement {id: row.start})
MATCH (end:Actor {id: row.end})
MERGE (start)-[r:SPOKEN_BY]->(end)
SET r = row.properties
