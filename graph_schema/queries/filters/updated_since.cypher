// Read from its article after this time.
// $updated_since: datetime
s.extracted_at > $updated_since
