// Take out positions.
// $ids: list[str]
UNWIND $ids AS id
MATCH (p:Position {id: id})
DETACH DELETE p
