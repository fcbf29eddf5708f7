// Sharp words: accusations, rejections and threats
MATCH path = (:Actor)<-[:SPOKEN_BY]-(s:Statement)-[:ABOUT]->(:Topic)
WHERE s.act IN ['ACCUSE', 'REJECT', 'THREATEN']
RETURN path
ORDER BY s.said_on DESC
LIMIT 40
