// Call each event what the first of its articles, by id, calls it (of those whose account it goes by); place it
// where the first that knows does.
// $ids: list[str]
UNWIND $ids AS id
MATCH (e:Event {id: id})<-[r:REPORTS]-(a:Article)
WITH e, r, a ORDER BY CASE WHEN r.told_as = e.id THEN 0 ELSE 1 END, a.id
WITH e, collect(r.name) AS names, collect(r.place) AS places
SET e.name = names[0], e.place = places[0]
