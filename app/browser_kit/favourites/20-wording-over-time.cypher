// Wording over time: one person on one topic, day by day, with the place in the article
MATCH (:Actor {name: 'Wang Yi'})<-[:SPOKEN_BY]-(s:Statement)-[:ABOUT]->(:Topic {label: 'War in Ukraine'}),
      (s:Statement)-[r:REPORTED_IN]->(a:Article)
RETURN toString(s.said_on) AS day, s.act AS act, s.stance AS stance, s.claim AS claim, a.headline AS headline,
       r.starts AS starts, r.ends AS ends
ORDER BY day, claim
LIMIT 50
