// Every topic with its broader ones and how many statements are about it.
MATCH (t:Topic)
RETURN t.id AS id, t.label AS label, [(t)-[:BROADER]->(b:Topic) | b.id] AS broader,
       COUNT { (t)<-[:ABOUT]-(:Statement) } AS statements
ORDER BY id
