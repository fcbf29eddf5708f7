// The articles that report an event, the first published first.
// $id: str
MATCH (article:Article)-[:REPORTS]->(event:Event {id: $id})
RETURN article.id AS id, article.headline AS headline, article.publisher AS publisher,
  article.published_at AS published_at, article.published_precision AS published_precision,
  article.url AS url, article.language AS language,
  COUNT { MATCH (:Statement)-[:REPORTED_IN]->(article:Article) } AS statements
ORDER BY published_at, id
