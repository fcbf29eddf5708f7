// Holding the position of one of these.
// $voice: list[str]
(s:Statement)-[:VOICES]->(voice:Actor) WHERE voice.id IN $voice
