-- From version 1 (first visit) to 2: turns and waits, proofs, letters instead of ratings, the city's news.
-- Names of triggers and indexes are free only once the old tables are gone, so those go first under other names.

DROP TRIGGER submission_made;
DROP TRIGGER submission_moved;
ALTER TABLE submission RENAME TO old_submission;
ALTER TABLE part RENAME TO old_part;
ALTER TABLE event RENAME TO old_event;
ALTER TABLE serial RENAME TO old_serial;

CREATE TABLE submission (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    offline_number TEXT NOT NULL,
    service_code TEXT NOT NULL,
    sealed_at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'sealed'
        CHECK (state IN ('sealed', 'sending', 'acknowledged', 'quarantined', 'purged')),
    attempts INTEGER NOT NULL DEFAULT 0,
    turns INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    acceptance_number TEXT,
    proof BLOB,
    acknowledged_age REAL,
    manifest BLOB,
    digest TEXT NOT NULL,
    bytes INTEGER NOT NULL
);
-- an acknowledgement of the old version starts its grace period anew: later is safe
INSERT INTO submission (sequence, id, offline_number, service_code, sealed_at, state, attempts, turns, reason,
                        acceptance_number, acknowledged_age, manifest, digest, bytes)
SELECT sequence, id, offline_number, service_code, sealed_at, state, attempts, attempts, reason,
       acceptance_number, CASE WHEN state = 'acknowledged' THEN 0.0 END, manifest, digest, bytes
FROM old_submission;

CREATE INDEX submission_waiting ON submission (turns, sequence) WHERE state = 'sealed';
CREATE INDEX submission_acknowledged ON submission (acknowledged_age) WHERE state = 'acknowledged';

CREATE TABLE part (
    submission INTEGER NOT NULL REFERENCES submission (sequence),
    idx INTEGER NOT NULL,
    digest TEXT NOT NULL,
    content BLOB,
    file TEXT,
    PRIMARY KEY (submission, idx),
    CHECK ((content IS NULL) <> (file IS NULL))
) WITHOUT ROWID;
INSERT INTO part
SELECT s.sequence, p.idx, p.digest, p.content, p.file FROM old_part p JOIN old_submission s ON s.id = p.submission_id;

CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL,
    at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    state TEXT NOT NULL,
    reason TEXT NOT NULL
);
INSERT INTO event
SELECT e.number, s.sequence, e.at, e.state, e.reason FROM old_event e JOIN old_submission s ON s.id = e.submission_id;

CREATE TRIGGER submission_made AFTER INSERT ON submission BEGIN
    INSERT INTO event (submission, state, reason) VALUES (new.sequence, new.state, new.reason);
END;

CREATE TRIGGER submission_moved AFTER UPDATE OF state ON submission WHEN old.state <> new.state BEGIN
    INSERT INTO event (submission, state, reason) VALUES (new.sequence, new.state, new.reason);
END;

CREATE TABLE serial (day TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO serial SELECT day, last FROM old_serial;

CREATE TABLE letter (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('rating', 'report', 'assistance')),
    body BLOB NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    refused INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
-- version 1 took no free words
INSERT INTO letter (id, kind, body) SELECT id, 'rating', CAST(json_set(body, '$.words', NULL) AS BLOB) FROM rating;

CREATE TABLE wait (
    name TEXT PRIMARY KEY,
    boot TEXT NOT NULL,
    until REAL NOT NULL,
    failures INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE age (one INTEGER PRIMARY KEY CHECK (one = 1), boot TEXT NOT NULL, at REAL NOT NULL, seconds REAL NOT NULL);
CREATE TABLE progress (acceptance_number TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE announcement (number INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE device (name TEXT PRIMARY KEY, status TEXT NOT NULL, error TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

DROP TABLE old_part;
DROP TABLE old_event;
DROP TABLE old_serial;
DROP TABLE rating;
DROP TABLE old_submission;
