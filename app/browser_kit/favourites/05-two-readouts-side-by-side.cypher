// Readouts side by side: what each publisher carries
MATCH (e:Event)<-[:MADE_AT]-(s:Statement)-[:REPORTED_IN]->(a:Article), (s:Statement)-[:SPOKEN_BY]->(who:Actor)
WITH e, a, collect(DISTINCT who.name + ': ' + s.claim)[..10] AS statements
WITH e, collect({publisher: a.publisher, headline: a.headline, statements: statements}) AS readouts
WHERE size(readouts) > 1
UNWIND readouts AS readout
RETURN toString(e.starts_on) AS day, e.name AS event, readout.publisher AS publisher, readout.headline AS headline,
       readout.statements AS statements
ORDER BY day DESC, event, publisher
LIMIT 20
