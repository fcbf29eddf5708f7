// A topic with its other names and the topics right below it.
// $id: str
MATCH (t:Topic {id: $id})
RETURN t.id AS id, t.label AS label, t.aliases AS aliases, t.exact_match AS exact_match,
       [(t)-[:BROADER]->(b:Topic) | b.id] AS broader,
       [(t)<-[:BROADER]-(n:Topic) | {id: n.id, label: n.label}] AS narrower,
       COUNT { (t)<-[:ABOUT]-(:Statement) } AS statements
