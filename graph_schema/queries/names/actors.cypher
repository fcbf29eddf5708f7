// Every actor with all names it answers to.
MATCH (n:Actor)
RETURN n.id AS id, n.type AS type, n.name AS name, n.aliases AS aliases, n.weak_aliases AS weak_aliases
