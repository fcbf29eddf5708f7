// A statement with all that hangs on it, each relationship with its properties.
// $id: str
MATCH (s:Statement {id: $id})
RETURN properties(s) AS statement,
       [(s)-[r:SPOKEN_BY]->(a:Actor) | {end: a.id, properties: properties(r), node: properties(a)}] AS spoken_by,
       [(s)-[r:VOICES]->(a:Actor) | {end: a.id, properties: properties(r), node: properties(a)}] AS voices,
       [(s)-[r:ON_BEHALF_OF]->(a:Actor) | {end: a.id, properties: properties(r), node: properties(a)}] AS on_behalf_of,
       [(s)-[r:ADDRESSED_TO]->(a:Actor) | {end: a.id, properties: properties(r), node: properties(a)}] AS addressed_to,
       [(s)-[r:MENTIONS]->(a:Actor) | {end: a.id, properties: properties(r), node: properties(a)}] AS mentions,
       [(s)-[r:ABOUT]->(t:Topic) | {end: t.id, properties: properties(r), node: properties(t)}] AS about,
       [(s)-[r:MADE_AT]->(e:Event) | {end: e.id, properties: properties(r), node: {}}] AS made_at,
       [(s)-[r:REPORTED_IN]->(a:Article) | {end: a.id, properties: properties(r), node: {}}] AS reported_in
