// What lists are ordered by: newest first, then id, as one string (see identity.place).
CREATE INDEX statement_place IF NOT EXISTS FOR (n:Statement) ON (n.place);
CREATE INDEX article_place IF NOT EXISTS FOR (n:Article) ON (n.place);
CREATE INDEX tombstone_place IF NOT EXISTS FOR (n:Tombstone) ON (n.place);

// What people filter by.
CREATE INDEX statement_extracted_at IF NOT EXISTS FOR (n:Statement) ON (n.extracted_at);
CREATE INDEX statement_said_on IF NOT EXISTS FOR (n:Statement) ON (n.said_on);
CREATE INDEX article_published_at IF NOT EXISTS FOR (n:Article) ON (n.published_at);
CREATE INDEX article_publisher IF NOT EXISTS FOR (n:Article) ON (n.publisher);
CREATE INDEX actor_iso IF NOT EXISTS FOR (n:Actor) ON (n.iso);
CREATE INDEX actor_name IF NOT EXISTS FOR (n:Actor) ON (n.name);
CREATE INDEX event_starts_on IF NOT EXISTS FOR (n:Event) ON (n.starts_on);
CREATE INDEX event_parties IF NOT EXISTS FOR (n:Event) ON (n.parties);
