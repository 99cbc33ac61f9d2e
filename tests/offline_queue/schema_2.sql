-- The outbox of a terminal, version 2. One file holds all of it; `PRAGMA user_version` names the version.
-- A file of an older version is brought here by the numbered steps in `migrations/`, with everything that waits in it.
--
-- States of a submission:
--   sealed        durable; not yet tried, or given back after a try
--   sending       a try is under way; it was counted before its first byte left
--   acknowledged  the city proved that it holds these bytes; ciphertext kept for the grace period
--   quarantined   refused for good, or damaged here; kept, staff are told, never in the way of others
--   purged        ciphertext gone; this row stays as a tombstone without personal data

CREATE TABLE submission (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    offline_number TEXT NOT NULL,
    service_code TEXT NOT NULL,
    sealed_at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'sealed'
        CHECK (state IN ('sealed', 'sending', 'acknowledged', 'quarantined', 'purged')),
    -- tries that were this submission's own affair, and all its turns, those that met a dead line among them
    attempts INTEGER NOT NULL DEFAULT 0,
    turns INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    acceptance_number TEXT,
    -- the signed acknowledgement, and the terminal's age in seconds when it came
    proof BLOB,
    acknowledged_age REAL,
    manifest BLOB,
    digest TEXT NOT NULL,
    bytes INTEGER NOT NULL
);

-- Whoever had the fewest turns is next, then the oldest; small however many tombstones there are.
CREATE INDEX submission_waiting ON submission (turns, sequence) WHERE state = 'sealed';
CREATE INDEX submission_acknowledged ON submission (acknowledged_age) WHERE state = 'acknowledged';

-- Ciphertext of the parts: small ones in `content`, larger ones in a file of that name under `parts/`.
CREATE TABLE part (
    submission INTEGER NOT NULL REFERENCES submission (sequence),
    idx INTEGER NOT NULL,
    digest TEXT NOT NULL,
    content BLOB,
    file TEXT,
    PRIMARY KEY (submission, idx),
    CHECK ((content IS NULL) <> (file IS NULL))
) WITHOUT ROWID;

CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL,
    at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    state TEXT NOT NULL,
    reason TEXT NOT NULL
);

CREATE TRIGGER submission_made AFTER INSERT ON submission BEGIN
    INSERT INTO event (submission, state, reason) VALUES (new.sequence, new.state, new.reason);
END;

CREATE TRIGGER submission_moved AFTER UPDATE OF state ON submission WHEN old.state <> new.state BEGIN
    INSERT INTO event (submission, state, reason) VALUES (new.sequence, new.state, new.reason);
END;

-- The last serial of each day: it never goes back, whatever the clock does.
CREATE TABLE serial (day TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;

-- Ratings, fault reports and requests for assistance, words and contacts in them sealed. Kept in the order of their
-- random ids, so that not even the place in the file tells which rating followed which submission.
CREATE TABLE letter (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('rating', 'report', 'assistance')),
    body BLOB NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    refused INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

-- Until when (seconds of the boot `boot`) nobody ('everyone') or one submission (its sequence) is tried, and how many
-- failures in a row led there.
CREATE TABLE wait (
    name TEXT PRIMARY KEY,
    boot TEXT NOT NULL,
    until REAL NOT NULL,
    failures INTEGER NOT NULL
) WITHOUT ROWID;

-- The terminal's age: how many seconds it has been switched on in all, whatever any clock says.
CREATE TABLE age (one INTEGER PRIMARY KEY CHECK (one = 1), boot TEXT NOT NULL, at REAL NOT NULL, seconds REAL NOT NULL);

-- What the city says of cases and to everybody, newest state only.
CREATE TABLE progress (acceptance_number TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE announcement (number INTEGER PRIMARY KEY, body BLOB NOT NULL);

-- The devices as the screens last saw them, for the health report.
CREATE TABLE device (name TEXT PRIMARY KEY, status TEXT NOT NULL, error TEXT NOT NULL) WITHOUT ROWID;

-- Single facts: the trouble that holds everybody up, the floor under new numbers after a rescue, the place in the news.
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
