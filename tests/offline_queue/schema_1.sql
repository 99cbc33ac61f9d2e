-- The outbox of a terminal, version 1. One file holds all of it; `PRAGMA user_version` names the version.
--
-- States of a submission:
--   sealed        durable, not yet tried, or given back after an interrupted try
--   sending       a try is under way; the try was counted before its first byte left
--   acknowledged  the city proved that it holds these bytes; ciphertext kept for the grace period
--   quarantined   refused for good; kept, staff are told, never in the way of others
--   purged        ciphertext gone; this row stays as a tombstone without personal data

CREATE TABLE submission (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    offline_number TEXT NOT NULL UNIQUE,
    service_code TEXT NOT NULL,
    sealed_at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'sealed'
        CHECK (state IN ('sealed', 'sending', 'acknowledged', 'quarantined', 'purged')),
    attempts INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    acceptance_number TEXT,
    acknowledged_at TEXT,
    manifest BLOB,
    digest TEXT NOT NULL,
    bytes INTEGER NOT NULL
);

-- Ciphertext of the parts: small ones in `content`, larger ones in a file of that name under `parts/`.
CREATE TABLE part (
    submission_id TEXT NOT NULL REFERENCES submission (id),
    idx INTEGER NOT NULL,
    digest TEXT NOT NULL,
    content BLOB,
    file TEXT,
    PRIMARY KEY (submission_id, idx),
    CHECK ((content IS NULL) <> (file IS NULL))
);

CREATE TABLE event (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    submission_id TEXT NOT NULL,
    at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    state TEXT NOT NULL,
    reason TEXT NOT NULL
);

CREATE TRIGGER submission_made AFTER INSERT ON submission BEGIN
    INSERT INTO event (submission_id, state, reason) VALUES (new.id, new.state, new.reason);
END;

CREATE TRIGGER submission_moved AFTER UPDATE OF state ON submission WHEN old.state <> new.state BEGIN
    INSERT INTO event (submission_id, state, reason) VALUES (new.id, new.state, new.reason);
END;

-- The last serial of each day: it never goes back, whatever the clock does.
CREATE TABLE serial (day TEXT PRIMARY KEY, last INTEGER NOT NULL);

-- Ratings have nothing to do with submissions, and nothing here could join them.
CREATE TABLE rating (id TEXT PRIMARY KEY, body BLOB NOT NULL);
