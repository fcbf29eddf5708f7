// The embedded engine keeps dates as dates, and times with their zone, only where declared beforehand.
CREATE CONSTRAINT statement_said_on_date IF NOT EXISTS FOR (n:Statement) REQUIRE n.said_on IS :: DATE;
CREATE CONSTRAINT about_said_on_date IF NOT EXISTS FOR ()-[r:ABOUT]-() REQUIRE r.said_on IS :: DATE;
CREATE CONSTRAINT event_starts_on_date IF NOT EXISTS FOR (n:Event) REQUIRE n.starts_on IS :: DATE;
CREATE CONSTRAINT article_published_at_time IF NOT EXISTS FOR (n:Article) REQUIRE n.published_at IS :: ZONED DATETIME;
CREATE CONSTRAINT article_retrieved_at_time IF NOT EXISTS FOR (n:Article) REQUIRE n.retrieved_at IS :: ZONED DATETIME;
CREATE CONSTRAINT statement_extracted_at_time IF NOT EXISTS FOR (n:Statement) REQUIRE n.extracted_at IS :: ZONED DATETIME;
CREATE CONSTRAINT tombstone_removed_at_time IF NOT EXISTS FOR (n:Tombstone) REQUIRE n.removed_at IS :: ZONED DATETIME;
