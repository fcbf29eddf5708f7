// Every position with its name.
MATCH (n:Position)
RETURN n.id AS id, n.name AS name, [] AS aliases
