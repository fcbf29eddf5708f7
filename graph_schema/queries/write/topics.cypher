// Write topics, each with all of its properties.
// $rows: list[map]
UNWIND $rows AS row
MERGE (n:Topic {id: row.id})
SET n = row.properties
