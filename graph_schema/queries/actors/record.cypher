// What an actor's statements do, with which stance, and on which days the first and last were made.
// $id: str
MATCH (a:Actor {id: $id})<-[:SPOKEN_BY]-(s:Statement)
RETURN s.act AS act, s.stance AS stance, count(s) AS statements,
       min(s.said_on) AS first_said_on, max(s.said_on) AS last_said_on
