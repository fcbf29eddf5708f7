// What only the page of one statement shows.
// $id: str
MATCH (s:Statement {id: $id})
RETURN s.name AS name, s.extracted_by AS extracted_by, s.extracted_at AS extracted_at, s.reviewed_at AS reviewed_at,
       [(s)-[:MENTIONS]->(a:Actor) | {id: a.id, name: a.name, type: a.type}] AS mentions,
       [(s)-[r:SPOKEN_BY]->(a:Actor) | {
           actor: a.id, as_written: r.as_written, position_as_written: r.position_as_written,
           reason: r.reason, candidates: r.candidates
       }] AS wordings,
       [(s)-[r:ABOUT]->(t:Topic) | {topic: t.id, rank: r.rank, reasons: r.reasons}] AS topic_reasons,
       [(s)-[:MADE_AT]->(e:Event) | {
           id: e.id, kind: e.kind, starts_on: e.starts_on, name: e.name, place: e.place,
           participants: [(e)<-[:TOOK_PART_IN]-(a:Actor) | {id: a.id, name: a.name, type: a.type}]
       }] AS occasions
