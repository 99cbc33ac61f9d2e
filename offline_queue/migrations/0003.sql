-- From version 2 to 3: what was handed in apart from how its sending goes, small ciphertexts in the submission's own
-- row, serials kept only of days that are over. Scans that lie in files stay where they are.
-- Names of triggers and indexes are free only once the old tables are gone, so those go first under other names.

DROP TRIGGER submission_made;
DROP TRIGGER submission_moved;
DROP INDEX submission_waiting;
DROP INDEX submission_acknowledged;
ALTER TABLE submission RENAME TO old_submission;
ALTER TABLE part RENAME TO old_part;
ALTER TABLE serial RENAME TO old_serial;

CREATE TABLE submission (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    offline_number TEXT NOT NULL,
    service_code TEXT NOT NULL,
    sealed_at TEXT NOT NULL,
    digest TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    manifest BLOB,
    content BLOB,
    files TEXT
);
-- `||` joins the bytes as they are, whatever they mean as text
INSERT INTO submission
SELECT sequence, id, offline_number, service_code, sealed_at, digest, bytes, manifest,
       (WITH RECURSIVE joined (idx, content) AS (
            SELECT -1, x''
            UNION ALL
            SELECT p.idx, CAST(j.content || p.content AS BLOB) FROM joined j JOIN old_part p
            ON p.submission = old_submission.sequence AND p.content NOTNULL
            AND p.idx = (SELECT min(idx) FROM old_part
                         WHERE submission = old_submission.sequence AND idx > j.idx AND content NOTNULL)
        ) SELECT content FROM joined WHERE idx >= 0 ORDER BY idx DESC LIMIT 1),
       (SELECT group_concat(file, ' ') FROM old_part WHERE submission = old_submission.sequence AND file NOTNULL)
FROM old_submission;

CREATE INDEX submission_files ON submission (files) WHERE files NOTNULL;

CREATE TABLE delivery (
    sequence INTEGER PRIMARY KEY REFERENCES submission (sequence),
    id TEXT NOT NULL UNIQUE,
    bytes INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'sealed'
        CHECK (state IN ('sealed', 'sending', 'acknowledged', 'quarantined', 'purged')),
    attempts INTEGER NOT NULL DEFAULT 0,
    turns INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    acceptance_number TEXT,
    proof BLOB,
    acknowledged_age REAL
);
INSERT INTO delivery
SELECT sequence, id, bytes, state, attempts, turns, reason, acceptance_number, proof, acknowledged_age
FROM old_submission ORDER BY sequence;

CREATE INDEX delivery_waiting ON delivery (turns, sequence) WHERE state = 'sealed';
CREATE INDEX delivery_acknowledged ON delivery (acknowledged_age) WHERE state = 'acknowledged';

CREATE VIEW standing AS
SELECT sequence, id, bytes, state, attempts, reason, acceptance_number FROM delivery
UNION ALL
SELECT sequence, id, bytes, 'sealed', 0, '', NULL FROM submission
WHERE sequence > (SELECT coalesce(max(sequence), 0) FROM delivery);

CREATE TRIGGER delivery_made AFTER INSERT ON delivery BEGIN
    INSERT INTO event (submission, at, state, reason)
    SELECT sequence, coalesce(strftime('%Y-%m-%dT%H:%M:%SZ', sealed_at), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
           new.state, new.reason
    FROM submission WHERE sequence = new.sequence;
END;

CREATE TRIGGER delivery_moved AFTER UPDATE OF state ON delivery WHEN old.state <> new.state BEGIN
    INSERT INTO event (submission, state, reason) VALUES (new.sequence, new.state, new.reason);
END;

CREATE VIEW history AS
SELECT number, submission, at, state, reason FROM event
UNION ALL
SELECT NULL, sequence, strftime('%Y-%m-%dT%H:%M:%SZ', sealed_at), 'sealed', '' FROM submission
WHERE sequence > (SELECT coalesce(max(sequence), 0) FROM delivery);

-- a day is named as in the number: a clock that jumped a hundred years cannot make the same number again
CREATE TABLE serial (day TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO serial
SELECT substr(day, 3, 2) || substr(day, 6, 2) || substr(day, 9, 2), max(last) FROM old_serial GROUP BY 1;

CREATE TRIGGER day_over AFTER INSERT ON submission BEGIN
    INSERT OR REPLACE INTO serial
    SELECT substr(number, first, 6), CAST(substr(number, first + 6, length(number) - first - 6) AS INTEGER)
    FROM (SELECT offline_number AS number, 6 + 2 * (length(offline_number) > 17) AS first
          FROM submission WHERE sequence < new.sequence ORDER BY sequence DESC LIMIT 1)
    WHERE substr(number, first, 6) <> substr(new.offline_number, 6 + 2 * (length(new.offline_number) > 17), 6);
END;

DROP TABLE old_part;
DROP TABLE old_serial;
DROP TABLE old_submission;
