// Count one more write, so that readers know that their copies are old.
MERGE (m:Meta {id: 'graph'})
SET m.data_version = coalesce(m.data_version, 0) + 1
RETURN m.data_version AS data_version
