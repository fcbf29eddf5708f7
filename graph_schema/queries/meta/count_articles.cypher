// How many articles there are.
MATCH (n:Article)
RETURN count(n) AS n
