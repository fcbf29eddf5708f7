// How many topics there are.
MATCH (n:Topic)
RETURN count(n) AS n
