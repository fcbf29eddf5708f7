// What these actors are; from which article those were read that the gazetteer lacks, and whether that one still
// tells of them.
// $ids: list[str]
UNWIND $ids AS id
MATCH (n:Actor {id: id})
RETURN n.id AS id, n.read_in AS read_in, n.type AS type,
       CASE WHEN n.read_in IS NULL THEN false ELSE
         EXISTS { MATCH (a:Article {id: n.read_in})<-[:REPORTED_IN]-(:Statement)-[:SPOKEN_BY|VOICES|ON_BEHALF_OF|ADDRESSED_TO|MENTIONS]->(n) }
         OR EXISTS { MATCH (a:Article {id: n.read_in})-[:REPORTS]->(:Event)<-[:TOOK_PART_IN]-(n) }
       END AS held
