// Take out actors.
// $ids: list[str]
UNWIND $ids AS id
MATCH (a:Actor {id: id})
DETACH DELETE a
