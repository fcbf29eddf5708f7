// Join statements to their topics.
// $rows: list[map]
UNWIND $rows AS row
MATCH (start:Statement {id: row.start})
MATCH (end:Topic {id: row.end})
MERGE (start)-[r:ABOUT]->(end)
SET r = row.properties
