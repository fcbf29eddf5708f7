-- What is done, failed and due. One row an article or an input that could not be read; one writer at a time.

-- What was given, packed, by its hash: so that it can be read again without its giver.
CREATE TABLE IF NOT EXISTS contents (
    hash    TEXT PRIMARY KEY,
    packed  BLOB NOT NULL
) WITHOUT ROWID;

-- Pages as they came, compressed, by their hash, so that a better extractor can take articles out of them again;
-- `known` is what was known of an article beforehand, packed.
CREATE TABLE IF NOT EXISTS raws (
    hash    TEXT PRIMARY KEY,
    packed  BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pages (
    article  TEXT PRIMARY KEY,
    raw      TEXT NOT NULL,
    decoded  INTEGER NOT NULL,                      -- 1 where it came as text, 0 as bytes
    known    BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS pages_by_raw ON pages (raw);

CREATE TABLE IF NOT EXISTS articles (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,  -- the order in which they were first seen
    id          TEXT NOT NULL UNIQUE,
    state       TEXT NOT NULL,
    given_in    TEXT NOT NULL,
    content     TEXT,                               -- hash of what was given last
    extractor   TEXT,                               -- version that wrote it, or failed on it
    story       TEXT,                               -- id of the article it is a wire copy of, or its own
    attempts    INTEGER NOT NULL DEFAULT 0,
    last_error  TEXT,
    changed_at  TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS articles_by_state ON articles (state, seq);
CREATE INDEX IF NOT EXISTS articles_by_content ON articles (content);

-- Parts of fingerprints: articles that share one may be copies of each other.
CREATE TABLE IF NOT EXISTS bands (
    band     INTEGER NOT NULL,
    part     BLOB NOT NULL,
    article  TEXT NOT NULL,
    PRIMARY KEY (band, part, article)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS bands_by_article ON bands (article);

-- Addresses: feeds and sitemaps, which come again, and the pages that they point to, which end as done or dead.
CREATE TABLE IF NOT EXISTS visits (
    url         TEXT PRIMARY KEY,
    state       TEXT NOT NULL,                      -- feed, due, done, dead
    host        TEXT NOT NULL,
    publisher   TEXT,
    headline    TEXT NOT NULL DEFAULT '',
    etag        TEXT,
    modified    TEXT,
    attempts    INTEGER NOT NULL DEFAULT 0,
    next_try    REAL NOT NULL DEFAULT 0,            -- seconds since 1970
    last_error  TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS visits_due ON visits (state, next_try);

-- Which sitemaps a sitemap of sitemaps pointed to when it last changed.
CREATE TABLE IF NOT EXISTS maps (
    parent  TEXT NOT NULL,
    url     TEXT NOT NULL,
    PRIMARY KEY (parent, url)
) WITHOUT ROWID;
