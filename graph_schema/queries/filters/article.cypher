// Reported in one of these articles.
// $article: list[str]
(s:Statement)-[:REPORTED_IN]->(article:Article) WHERE article.id IN $article
