// Count fewer articles that say so; forget what none says.
// $rows: list[map]
UNWIND $rows AS row
MATCH (start:Actor {id: row.start})-[r:TOOK_PART_IN]->(end:Event {id: row.end})
SET r.articles = r.articles - row.articles
WITH r WHERE r.articles < 1
DELETE r
