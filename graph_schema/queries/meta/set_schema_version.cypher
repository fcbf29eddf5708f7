// Note the schema's version.
// $version: int
MERGE (m:Meta {id: 'graph'})
SET m.name = 'Communiqué', m.schema_version = $version, m.data_version = coalesce(m.data_version, 0) + 1
