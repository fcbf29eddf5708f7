// Carried by one of these publishers.
// $publisher: list[str]
(s:Statement)-[:REPORTED_IN]->(carrier:Article) WHERE carrier.publisher IN $publisher
