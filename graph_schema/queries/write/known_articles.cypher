// Which of these articles are there, with which contribution.
// $ids: list[str]
UNWIND $ids AS id
MATCH (n:Article {id: id})
RETURN n.id AS id, n.contribution_hash AS contribution_hash
