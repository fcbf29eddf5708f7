// The first and last day on which something was said, and when the newest article was published.
MATCH (s:Statement)
WITH min(s.said_on) AS first_said_on, max(s.said_on) AS last_said_on
OPTIONAL MATCH (a:Article)
RETURN first_said_on, last_said_on, max(a.published_at) AS last_published_at
