// Take out articles.
// $articles: list[str]
UNWIND $articles AS article
MATCH (a:Article {id: article})
DETACH DELETE a
