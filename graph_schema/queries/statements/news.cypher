// The selected statements that were read after a moment, in the order of reading.
// $moment: datetime
// $limit: int
WITH DISTINCT s WHERE s.extracted_at > $moment
RETURN s.id AS id, s.extracted_at AS read_at
ORDER BY s.extracted_at, s.id
LIMIT $limit
