// Write positions, each with all of its properties.
// $rows: list[map]
UNWIND $rows AS row
MERGE (n:Position {id: row.id})
SET n = row.properties
