// Forget which events these articles report.
// $articles: list[str]
UNWIND $articles AS article
MATCH (a:Article {id: article})-[r:REPORTS]->(e:Event)
DELETE r
