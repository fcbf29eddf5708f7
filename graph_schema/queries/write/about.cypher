// Join statements to their topics; the main one is noted on the statement too, so that counting needs no walk.
// $rows: list[map]
UNWIND $rows AS row
MATCH (start:Statement {id: row.start})
MATCH (end:Topic {id: row.end})
MERGE (start)-[r:ABOUT]->(end)
SET r = row.properties,
    start.main_topic = CASE WHEN row.properties.rank = 1 THEN row.end ELSE start.main_topic END
