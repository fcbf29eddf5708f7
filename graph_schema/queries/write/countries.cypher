// Write countries, each with all of its properties.
// $rows: list[map]
UNWIND $rows AS row
MERGE (n:Actor:Country {id: row.id})
SET n = row.properties
