// Statements as lists show them, with everything around them.
// $ids: list[str]
UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN s {
           .id, .claim, .cue, .kind, .act, .stance, .negated, .said_on, .said_on_precision,
           .attribution, .joint, .confidence, .reviewed, .reviewed_by
       } AS statement,
       [(s)-[r:SPOKEN_BY]->(a:Actor) | {
           id: a.id, name: a.name, type: a.type, country: a.iso, written: r.position_as_written,
           terms: [(a)-[h:HOLDS]->(p:Position) | {name: p.name, since: h.since, until: h.until}]
       }] AS speakers,
       [(s)-[:VOICES]->(a:Actor) | {id: a.id, name: a.name, type: a.type}] AS voice,
       [(s)-[:ADDRESSED_TO]->(a:Actor) | {id: a.id, name: a.name, type: a.type}] AS addressees,
       [(s)-[:ON_BEHALF_OF]->(a:Actor) | {id: a.id, name: a.name, type: a.type}] AS on_behalf_of,
       [(s)-[r:ABOUT]->(t:Topic) | {id: t.id, label: t.label, rank: r.rank}] AS topics,
       [(s)-[:MADE_AT]->(e:Event) | {id: e.id, kind: e.kind, starts_on: e.starts_on}] AS events,
       [(s)-[r:REPORTED_IN]->(a:Article) | {
           article: a.id, headline: a.headline, publisher: a.publisher, published_at: a.published_at, url: a.url,
           in_headline: r.in_headline, starts: r.starts, ends: r.ends,
           exact: r.exact, prefix: r.prefix, suffix: r.suffix, via: r.via
       }] AS appearances
