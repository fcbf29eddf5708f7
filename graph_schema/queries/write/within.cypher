// Join positions to the body or country they belong to; count the articles that say so.
// $rows: list[map]
UNWIND $rows AS row
MATCH (start:Position {id: row.start})
MATCH (end:Actor {id: row.end})
MERGE (start)-[r:WITHIN]->(end)
SET r.articles = coalesce(r.articles, 0) + row.articles
