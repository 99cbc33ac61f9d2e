-- From version 3 to 4: stops are letters too, and a fault report may carry a picture. What waits keeps waiting.

ALTER TABLE letter RENAME TO old_letter;

CREATE TABLE letter (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('rating', 'stop', 'report', 'assistance')),
    body BLOB NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    refused INTEGER NOT NULL DEFAULT 0,
    picture BLOB
) WITHOUT ROWID;
INSERT INTO letter (id, kind, body, reason, refused) SELECT id, kind, body, reason, refused FROM old_letter;

DROP TABLE old_letter;
