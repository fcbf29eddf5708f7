// Count fewer articles that say so; forget what none says.
// $rows: list[map]
UNWIND $rows AS row
MATCH (start:Position {id: row.start})-[r:WITHIN]->(end:Actor {id: row.end})
SET r.articles = r.articles - row.articles
WITH r WHERE r.articles < 1
DELETE r
