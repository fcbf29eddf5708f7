// Write statements, each with all of its properties.
// $rows: list[map]
UNWIND $rows AS row
MERGE (n:Statement {id: row.id})
SET n = row.properties
