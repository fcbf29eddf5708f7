// The words of claims, as Neo4j indexes them; the embedded engine's own way is in dialect.py.
CREATE FULLTEXT INDEX statement_claim IF NOT EXISTS FOR (n:Statement) ON EACH [n.claim];
