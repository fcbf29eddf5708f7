-- What was handed in over HTTP, and what became of it. Any process may hand in; the ledger's writer takes it out.
CREATE TABLE IF NOT EXISTS submissions (
    seq          INTEGER PRIMARY KEY AUTOINCREMENT,  -- the order in which they came
    id           TEXT NOT NULL UNIQUE,
    given        BLOB,                               -- what was handed in, packed; gone once the graph has it
    state        TEXT NOT NULL,
    article      TEXT,                               -- its id, once known
    reason       TEXT,                               -- why it is dead
    attempts     INTEGER NOT NULL DEFAULT 0,         -- begun and not brought to an end
    received_at  TEXT NOT NULL,
    changed_at   TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS submissions_by_state ON submissions (state, seq);
