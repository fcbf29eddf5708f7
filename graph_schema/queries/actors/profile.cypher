// An actor with positions over time and how often others speak for or to it.
// $id: str
MATCH (a:Actor {id: $id})
RETURN a.id AS id, a.name AS name, a.type AS type, a.iso AS country, a.aliases AS aliases,
       COUNT { (a)<-[:SPOKEN_BY]-(:Statement) } AS statements,
       COUNT { (a)<-[:VOICES]-(:Statement) } AS voiced,
       COUNT { (a)<-[:ADDRESSED_TO]-(:Statement) } AS addressed,
       [(a)-[h:HOLDS]->(p:Position) | {
           id: p.id, name: p.name, since: h.since, until: h.until,
           within: [(p)-[:WITHIN]->(body:Actor) | {id: body.id, name: body.name, type: body.type}]
       }] AS positions
