// Everybody these statements point to.
// $ids: list[str]
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[:SPOKEN_BY|VOICES|ON_BEHALF_OF|ADDRESSED_TO|MENTIONS]->(a:Actor)
RETURN DISTINCT a.id AS id
