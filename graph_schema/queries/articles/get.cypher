// An article with its text and the events it reports.
// $id: str
MATCH (a:Article {id: $id})
RETURN a.id AS id, a.headline AS headline, a.publisher AS publisher, a.published_at AS published_at,
       a.published_precision AS published_precision, a.url AS url, a.language AS language,
       a.text AS text, a.retrieved_at AS retrieved_at,
       [(a)-[:REPORTS]->(e:Event) | {id: e.id, kind: e.kind, starts_on: e.starts_on}] AS events
