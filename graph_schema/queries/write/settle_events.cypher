// Call each event what the first of its articles, by id, calls it.
// $ids: list[str]
UNWIND $ids AS id
MATCH (e:Event {id: id})<-[r:REPORTS]-(a:Article)
WITH e, r, a ORDER BY a.id
WITH e, collect(r) AS readings
WITH e, readings[0] AS first
SET e.name = first.name, e.place = first.place
