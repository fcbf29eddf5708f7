// Tree of topics: narrower ones point to broader ones
MATCH path = (:Topic)-[:BROADER]->(:Topic)
RETURN path
LIMIT 100
