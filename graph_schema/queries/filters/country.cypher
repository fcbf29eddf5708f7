// Spoken by somebody of one of these countries (ISO codes).
// $country: list[str]
(s:Statement)-[:SPOKEN_BY]->(citizen:Actor) WHERE citizen.iso IN $country
