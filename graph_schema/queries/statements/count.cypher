// How many statements are selected.
RETURN count(DISTINCT s) AS statements
