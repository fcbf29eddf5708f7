// Take out events that no article reports.
// $ids: list[str]
UNWIND $ids AS id
MATCH (e:Event {id: id})
WHERE NOT EXISTS { (e)<-[:REPORTS]-(:Article) }
DETACH DELETE e
