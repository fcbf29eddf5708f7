// Undo what is said of who speaks, for whom, and on what, in these statements.
// $ids: list[str]
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[r:SPOKEN_BY|ON_BEHALF_OF|ABOUT]->()
DELETE r
