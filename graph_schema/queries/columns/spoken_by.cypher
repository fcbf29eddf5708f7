// What each actor spoke: main topics ('' for none), stances, places in the list and articles, in one order.
MATCH (a:Actor)<-[:SPOKEN_BY]-(s:Statement)
RETURN a.id AS id, a.name AS name, a.type AS type, a.iso AS iso,
  collect(coalesce(s.main_topic, '')) AS topics, collect(s.stance) AS stances,
  collect(s.place) AS places, collect(coalesce(s.read_in, '')) AS articles
