// The statements of these articles.
// $articles: list[str]
UNWIND $articles AS article
MATCH (a:Article {id: article})<-[:REPORTED_IN]-(s:Statement)
RETURN DISTINCT s.id AS id
