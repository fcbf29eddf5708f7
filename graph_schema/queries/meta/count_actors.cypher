// How many actors there are.
MATCH (n:Actor)
RETURN count(n) AS n
