// Shortest path between two people: over what they said, to whom, about what, and where they met
MATCH (a:Actor {name: 'Wang Yi'}), (b:Actor {name: 'Sergey Lavrov'})
MATCH path = shortestPath((a)-[:SPOKEN_BY|ADDRESSED_TO|MENTIONS|ABOUT|TOOK_PART_IN*..6]-(b))
RETURN path
LIMIT 1
