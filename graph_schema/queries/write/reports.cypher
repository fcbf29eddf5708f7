// Join articles to the events they report.
// $rows: list[map]
UNWIND $rows AS row
MATCH (start:Article {id: row.start})
MATCH (end:Event {id: row.end})
MERGE (start)-[r:REPORTS]->(end)
SET r = row.properties
