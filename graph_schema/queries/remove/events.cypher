// The events that these articles report.
// $articles: list[str]
UNWIND $articles AS article
MATCH (a:Article {id: article})-[:REPORTS]->(e:Event)
RETURN DISTINCT e.id AS id
