// Write organizations, each with all of its properties.
// $rows: list[map]
UNWIND $rows AS row
MERGE (n:Actor:Organization {id: row.id})
SET n = row.properties
