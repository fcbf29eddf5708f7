// Write events; what they are called is settled by the articles that report them.
// $rows: list[map]
UNWIND $rows AS row
MERGE (n:Event {id: row.id})
SET n += row.properties
