// What two people both speak about
MATCH path = (:Actor {name: 'Wang Yi'})<-[:SPOKEN_BY]-(:Statement)-[:ABOUT]->(:Topic)
             <-[:ABOUT]-(:Statement)-[:SPOKEN_BY]->(:Actor {name: 'Sergey Lavrov'})
RETURN path
LIMIT 25
