// Count fewer articles that say so; forget what none says.
// $rows: list[map]
UNWIND $rows AS row
MATCH (start:Topic {id: row.start})-[r:BROADER]->(end:Topic {id: row.end})
SET r.articles = r.articles - row.articles
WITH r WHERE r.articles < 1
DELETE r
