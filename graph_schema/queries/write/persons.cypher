// Write persons, each with all of its properties.
// $rows: list[map]
UNWIND $rows AS row
MERGE (n:Actor:Person {id: row.id})
SET n = row.properties
