// What articles tell of the calls and meetings of these parties, and to which event each account belongs.
// $parties: list[str]
UNWIND $parties AS parties
MATCH (e:Event {parties: parties})<-[r:REPORTS]-(a:Article)
WHERE r.told_as IS NOT NULL
RETURN a.id AS article, a.publisher AS publisher, parties, r.told_as AS told_as, r.kind AS kind,
  r.day AS day, e.id AS event, r.name AS name, r.place AS place
