// How far down the list the first of the selected statements reach. An engine that walks an index in its order
// stops at the limit; to one that walks in any other order the place is no nearer than it need be.
// $limit: int
WITH s LIMIT $limit
RETURN max(s.place) AS reach
