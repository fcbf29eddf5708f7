// Spoken by one of these bodies or on its behalf.
// $organization: list[str]
(s:Statement)-[:SPOKEN_BY|ON_BEHALF_OF]->(body:Actor) WHERE body.id IN $organization
