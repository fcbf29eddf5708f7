// The articles in which these actors speak, are spoken to, for or of, took part in what is reported, or have
// posts whose holders do.
// $ids: list[str]
UNWIND $ids AS id
MATCH (a:Actor {id: id})<-[:SPOKEN_BY|VOICES|ON_BEHALF_OF|ADDRESSED_TO|MENTIONS]-(s:Statement)-[:REPORTED_IN]->(article:Article)
RETURN DISTINCT article.id AS id
UNION
UNWIND $ids AS id
MATCH (a:Actor {id: id})-[:TOOK_PART_IN]->(e:Event)<-[:REPORTS]-(article:Article)
RETURN DISTINCT article.id AS id
UNION
UNWIND $ids AS id
MATCH (a:Actor {id: id})<-[:WITHIN]-(:Position)<-[:HOLDS]-(holder:Actor)<-[:SPOKEN_BY|ADDRESSED_TO|MENTIONS]-(s:Statement)-[:REPORTED_IN]->(article:Article)
RETURN DISTINCT article.id AS id
UNION
UNWIND $ids AS id
MATCH (a:Actor {id: id})<-[:WITHIN]-(:Position)<-[:HOLDS]-(holder:Actor)-[:TOOK_PART_IN]->(e:Event)<-[:REPORTS]-(article:Article)
RETURN DISTINCT article.id AS id
