// Join topics to their broader ones; count the articles that say so.
// $rows: list[map]
UNWIND $rows AS row
MATCH (start:Topic {id: row.start})
MATCH (end:Topic {id: row.end})
MERGE (start)-[r:BROADER]->(end)
SET r.articles = coalesce(r.articles, 0) + row.articles
