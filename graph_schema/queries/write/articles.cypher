// Write articles, each with all of its properties.
// $rows: list[map]
UNWIND $rows AS row
MERGE (n:Article {id: row.id})
SET n = row.properties
