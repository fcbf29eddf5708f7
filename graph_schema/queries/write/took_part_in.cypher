// Join actors to the events they took part in; count the articles that say so.
// $rows: list[map]
UNWIND $rows AS row
MATCH (start:Actor {id: row.start})
MATCH (end:Event {id: row.end})
MERGE (start)-[r:TOOK_PART_IN]->(end)
SET r.articles = coalesce(r.articles, 0) + row.articles
