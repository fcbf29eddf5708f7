// Articles, the latest published first (undated ones last), from a place in that list on.
// $publisher: str | null
// $after: str
// $before: str
// $limit: int
MATCH (a:Article)
WHERE a.place > $after AND a.place < $before AND ($publisher IS NULL OR a.publisher = $publisher)
WITH a ORDER BY a.place LIMIT $limit
RETURN a.id AS id, a.headline AS headline, a.publisher AS publisher, a.published_at AS published_at,
       a.published_precision AS published_precision, a.url AS url, a.language AS language, a.place AS place,
       COUNT { (a)<-[:REPORTED_IN]-(:Statement) } AS statements
ORDER BY place
