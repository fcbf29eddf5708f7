// Which schema the graph has, and how often it was written to; no row in a new graph.
MATCH (m:Meta {id: 'graph'})
RETURN m.schema_version AS schema_version, m.data_version AS data_version
