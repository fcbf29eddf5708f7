// From which article these statements were read, and whether that one still carries them.
// $ids: list[str]
UNWIND $ids AS id
MATCH (n:Statement {id: id})
RETURN n.id AS id, n.read_in AS read_in,
       EXISTS { MATCH (n)-[:REPORTED_IN]->(a:Article) WHERE a.id = n.read_in } AS held
