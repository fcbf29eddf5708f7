// Note this topic on the next statements whose main one it is; how many these are.
// $topic: str
// $limit: int
MATCH (t:Topic {id: $topic})<-[r:ABOUT]-(s:Statement)
WHERE r.rank = 1 AND s.main_topic IS NULL
WITH s LIMIT $limit
SET s.main_topic = $topic
RETURN count(s) AS noted
