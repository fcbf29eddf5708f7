// How many statements there are.
MATCH (n:Statement)
RETURN count(n) AS n
