// Undo what an earlier reading said of these statements; where they stand is kept.
// $ids: list[str]
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[r:SPOKEN_BY|VOICES|ON_BEHALF_OF|ADDRESSED_TO|MENTIONS|ABOUT|MADE_AT]->()
DELETE r
