// Take out statements.
// $ids: list[str]
UNWIND $ids AS id
MATCH (s:Statement {id: id})
DETACH DELETE s
