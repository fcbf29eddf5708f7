// Join statements to those for whom the speaker speaks.
// $rows: list[map]
UNWIND $rows AS row
MATCH (start:Statement {id: row.start})
MATCH (end:Actor {id: row.end})
MERGE (start)-[r:ON_BEHALF_OF]->(end)
SET r = row.properties
