// Forget where statements stand in these articles.
// $articles: list[str]
UNWIND $articles AS article
MATCH (a:Article {id: article})<-[r:REPORTED_IN]-(s:Statement)
DELETE r
