// What these actors are, and from which article those were read that the gazetteer lacks.
// $ids: list[str]
UNWIND $ids AS id
MATCH (n:Actor {id: id})
RETURN n.id AS id, n.read_in AS read_in, n.type AS type
