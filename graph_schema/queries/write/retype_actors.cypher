// Change the second label of actors that turn out to be something else. The id is put down meanwhile: the
// embedded engine files a node with other labels anew, and would stumble over its old entry.
// $rows: list[map]
UNWIND $rows AS row
MATCH (n:Actor {id: row.id})
SET n.id = null
REMOVE n:Person:Organization:Country
SET n:$(row.label)
SET n.id = row.id
