// Take from these events what was said there in a way that no article tells any more. The event first: the
// embedded engine goes through a pattern from its left end, which would be every statement there is.
// $rows: list[map]
UNWIND $rows AS row
MATCH (e:Event {id: row.id})<-[r:MADE_AT]-(s:Statement)
WHERE NOT r.told_as IN row.told
DELETE r
