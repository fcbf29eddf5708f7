// The events that these articles report, and who met there.
// $articles: list[str]
UNWIND $articles AS article
MATCH (a:Article {id: article})-[:REPORTS]->(e:Event)
RETURN DISTINCT e.id AS id, e.parties AS parties
