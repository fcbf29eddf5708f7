// What these articles say of the world beside their statements, as they noted it.
// $articles: list[str]
UNWIND $articles AS article
MATCH (a:Article {id: article})
RETURN a.background AS background
