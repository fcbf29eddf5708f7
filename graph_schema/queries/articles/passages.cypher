// Where statements stand in an article.
// $id: str
MATCH (a:Article {id: $id})<-[r:REPORTED_IN]-(s:Statement)
RETURN s.id AS statement, s.claim AS claim, s.act AS act, s.stance AS stance,
       s.reviewed AS reviewed, s.reviewed_by AS reviewed_by,
       r.in_headline AS in_headline, r.starts AS starts, r.ends AS ends,
       [(s)-[:SPOKEN_BY]->(p:Actor) | {id: p.id, name: p.name, type: p.type}] AS speakers
