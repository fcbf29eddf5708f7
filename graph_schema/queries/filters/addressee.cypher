// Addressed to one of these actors.
// $addressee: list[str]
(s:Statement)-[:ADDRESSED_TO]->(addressee:Actor) WHERE addressee.id IN $addressee
