// The tree of topics
MATCH path = (:Topic)-[:BROADER]->(:Topic)
RETURN path
LIMIT 100
