// Forget that statements were gone: they are back.
// $ids: list[str]
UNWIND $ids AS id
MATCH (t:Tombstone {id: id})
DELETE t
