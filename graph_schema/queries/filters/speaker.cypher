// Spoken by one of these actors, alone or jointly.
// $speaker: list[str]
(s:Statement)-[:SPOKEN_BY]->(speaker:Actor) WHERE speaker.id IN $speaker
