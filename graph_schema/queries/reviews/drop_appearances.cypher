// Take statements out of all articles that carry them.
// $ids: list[str]
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[r:REPORTED_IN]->(:Article)
DELETE r
