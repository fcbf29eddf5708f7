// Offices: who holds which position, and of what
MATCH path = (:Actor)-[:HOLDS]->(:Position)-[:WITHIN]->(:Actor)
RETURN path
LIMIT 30
