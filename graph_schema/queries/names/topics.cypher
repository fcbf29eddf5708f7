// Every topic with all names it answers to.
MATCH (n:Topic)
RETURN n.id AS id, n.label AS name, n.aliases AS aliases
