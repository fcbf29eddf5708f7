// How many positions there are.
MATCH (n:Position)
RETURN count(n) AS n
