// Change the second label of actors that turn out to be something else.
// $rows: list[map]
UNWIND $rows AS row
MATCH (n:Actor {id: row.id})
REMOVE n:Person:Organization:Country
SET n:$(row.label)
