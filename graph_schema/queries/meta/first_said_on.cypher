// The first day on which something was said; no row without one.
MATCH (s:Statement)
WHERE s.said_on IS NOT NULL
RETURN s.said_on AS day
ORDER BY day
LIMIT 1
