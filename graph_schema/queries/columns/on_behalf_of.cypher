// What was spoken on behalf of each organization: columns as in `spoken_by`.
MATCH (a:Actor)<-[:ON_BEHALF_OF]-(s:Statement)
WHERE a.type = 'organization'
RETURN a.id AS id, a.name AS name, a.type AS type, a.iso AS iso,
  collect(coalesce(s.main_topic, '')) AS topics, collect(s.stance) AS stances,
  collect(s.place) AS places, collect(coalesce(s.read_in, '')) AS articles
