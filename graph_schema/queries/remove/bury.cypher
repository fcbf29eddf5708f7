// Remember of statements that they were here and when they went, and nothing else; `place` orders the list of them.
// $rows: list[map]
UNWIND $rows AS row
MERGE (t:Tombstone {id: row.id})
SET t.removed_at = row.removed_at, t.place = row.place
