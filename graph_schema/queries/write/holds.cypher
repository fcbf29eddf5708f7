// Join persons to the positions they hold, the same twice where they held it twice; count the articles that say so.
// $rows: list[map]
UNWIND $rows AS row
MATCH (start:Actor {id: row.start})
MATCH (end:Position {id: row.end})
MERGE (start)-[r:HOLDS {since: row.since, until: row.until}]->(end)
SET r.articles = coalesce(r.articles, 0) + row.articles
