// Join statements to where they stand in articles.
// $rows: list[map]
UNWIND $rows AS row
MATCH (start:Statement {id: row.start})
MATCH (end:Article {id: row.end})
MERGE (start)-[r:REPORTED_IN]->(end)
SET r = row.properties
