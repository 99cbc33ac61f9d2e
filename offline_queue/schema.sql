-- The outbox of a terminal, version 4. One file holds all of it; `PRAGMA user_version` names the version.
-- A file of an older version is brought here by the numbered steps in `migrations/`, with everything that waits in it.
--
-- States of a submission:
--   sealed        durable; not yet tried, or given back after a try
--   sending       a try is under way; it was counted before its first byte left
--   acknowledged  the city proved that it holds these bytes; ciphertext kept for the grace period
--   quarantined   refused for good, or damaged here; kept, staff are told, never in the way of others
--   purged        ciphertext gone; this row stays as a tombstone without personal data

-- What was handed in: written once by the screens, and nothing else is, so that a promise costs few pages. The last row
-- also tells the last serial of its day.
CREATE TABLE submission (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    offline_number TEXT NOT NULL,
    service_code TEXT NOT NULL,
    sealed_at TEXT NOT NULL,
    digest TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    manifest BLOB,
    -- ciphertexts of the parts that have no file, one after another in the manifest's order
    content BLOB,
    -- larger ciphertexts: names of files under `parts/`, which are their digests, with spaces between; NULL for none
    files TEXT
);

-- Which files under `parts/` are somebody's.
CREATE INDEX submission_files ON submission (files) WHERE files NOTNULL;

-- How the sending goes: written by who sends. Submissions above the highest sequence here are new; they are taken in
-- all together, so that none is left out.
CREATE TABLE delivery (
    sequence INTEGER PRIMARY KEY REFERENCES submission (sequence),
    id TEXT NOT NULL UNIQUE,
    bytes INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'sealed'
        CHECK (state IN ('sealed', 'sending', 'acknowledged', 'quarantined', 'purged')),
    -- tries that were this submission's own affair, and all its turns, those that met a dead line among them
    attempts INTEGER NOT NULL DEFAULT 0,
    turns INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    acceptance_number TEXT,
    -- the signed acknowledgement, and the terminal's age in seconds when it came
    proof BLOB,
    acknowledged_age REAL
);

-- Whoever had the fewest turns is next, then the oldest; small however many tombstones there are.
CREATE INDEX delivery_waiting ON delivery (turns, sequence) WHERE state = 'sealed';
CREATE INDEX delivery_acknowledged ON delivery (acknowledged_age) WHERE state = 'acknowledged';

-- How each submission stands, the new ones among them.
CREATE VIEW standing AS
SELECT sequence, id, bytes, state, attempts, reason, acceptance_number FROM delivery
UNION ALL
SELECT sequence, id, bytes, 'sealed', 0, '', NULL FROM submission
WHERE sequence > (SELECT coalesce(max(sequence), 0) FROM delivery);

CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL,
    at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    state TEXT NOT NULL,
    reason TEXT NOT NULL
);

CREATE TRIGGER delivery_made AFTER INSERT ON delivery BEGIN
    INSERT INTO event (submission, at, state, reason)
    SELECT sequence, coalesce(strftime('%Y-%m-%dT%H:%M:%SZ', sealed_at), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
           new.state, new.reason
    FROM submission WHERE sequence = new.sequence;
END;

CREATE TRIGGER delivery_moved AFTER UPDATE OF state ON delivery WHEN old.state <> new.state BEGIN
    INSERT INTO event (submission, state, reason) VALUES (new.sequence, new.state, new.reason);
END;

-- Each change of state of each submission; of a new one its own row is the event that it was sealed.
CREATE VIEW history AS
SELECT number, submission, at, state, reason FROM event
UNION ALL
SELECT NULL, sequence, strftime('%Y-%m-%dT%H:%M:%SZ', sealed_at), 'sealed', '' FROM submission
WHERE sequence > (SELECT coalesce(max(sequence), 0) FROM delivery);

-- The last serial of each day that another followed (YYMMDD, as in the number): none goes back, whatever the clock
-- does. Of the newest submission's own day it is that submission's.
CREATE TABLE serial (day TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;

-- An offline number is L, terminal (4 digits, or 6 when it is longer than 17), day (6), serial (4 or 5), check digit.
CREATE TRIGGER day_over AFTER INSERT ON submission BEGIN
    INSERT OR REPLACE INTO serial
    SELECT substr(number, first, 6), CAST(substr(number, first + 6, length(number) - first - 6) AS INTEGER)
    FROM (SELECT offline_number AS number, 6 + 2 * (length(offline_number) > 17) AS first
          FROM submission WHERE sequence < new.sequence ORDER BY sequence DESC LIMIT 1)
    WHERE substr(number, first, 6) <> substr(new.offline_number, 6 + 2 * (length(new.offline_number) > 17), 6);
END;

-- Ratings, stops, fault reports and requests for assistance, words and contacts in them sealed. Kept in the order of
-- their random ids, so that not even the place in the file tells which rating followed which submission.
CREATE TABLE letter (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('rating', 'stop', 'report', 'assistance')),
    body BLOB NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    refused INTEGER NOT NULL DEFAULT 0,
    -- the ciphertext of a report's picture, which the body names by its digest
    picture BLOB
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
