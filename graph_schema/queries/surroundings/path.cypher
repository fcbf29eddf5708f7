// A shortest path between two actors over what they said, to whom, about what, and where they met.
// $source: str
// $target: str
MATCH (source:Actor {id: $source}), (target:Actor {id: $target})
MATCH path = shortestPath(
  (source)-[:SPOKEN_BY|ADDRESSED_TO|MENTIONS|VOICES|ON_BEHALF_OF|ABOUT|TOOK_PART_IN*..6]-(target)
)
UNWIND relationships(path) AS r
RETURN startNode(r).id AS source, endNode(r).id AS target, type(r) AS kind
