// About one of these topics.
// $topic: list[str]
(s:Statement)-[:ABOUT]->(topic:Topic) WHERE topic.id IN $topic
