// What these articles say of the world beside their statements, as they noted it; and to which events their
// accounts of events belong.
// $articles: list[str]
UNWIND $articles AS article
MATCH (a:Article {id: article})
RETURN article, a.background AS background,
  COLLECT { MATCH (a:Article)-[r:REPORTS]->(e:Event) RETURN [r.told_as, e.id] } AS told
