// How many events there are.
MATCH (n:Event)
RETURN count(n) AS n
