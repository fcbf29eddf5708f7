// Join statements to whom they address.
// $rows: list[map]
UNWIND $rows AS row
MATCH (start:Statement {id: row.start})
MATCH (end:Actor {id: row.end})
MERGE (start)-[r:ADDRESSED_TO]->(end)
SET r = row.properties
