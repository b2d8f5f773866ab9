-- What every area shares.

-- Which store this is, on which device. A restored or copied store gets a new device id.
CREATE TABLE kernel_store (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  store_id    TEXT NOT NULL,
  device_id   TEXT NOT NULL,
  is_sample   INTEGER NOT NULL CHECK (is_sample IN (0, 1)),
  time_zone   TEXT NOT NULL,
  created_at  TEXT NOT NULL
) STRICT;

-- The audit trail: one line per command, chained by SHA-256 to the one before.
CREATE TABLE kernel_audit (
  seq       INTEGER NOT NULL PRIMARY KEY,
  at        TEXT NOT NULL,
  actor     TEXT NOT NULL,
  procedure TEXT NOT NULL,
  outcome   TEXT NOT NULL CHECK (outcome IN ('done', 'refused')),
  detail    TEXT NOT NULL CHECK (json_valid(detail)),
  previous  TEXT NOT NULL CHECK (length(previous) = 64),
  hash      TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX kernel_audit_at ON kernel_audit (at);
CREATE INDEX kernel_audit_procedure ON kernel_audit (procedure);
CREATE INDEX kernel_audit_actor ON kernel_audit (actor);
CREATE TRIGGER kernel_audit_no_update BEFORE UPDATE ON kernel_audit
BEGIN SELECT RAISE(ABORT, 'The audit trail is append-only'); END;
CREATE TRIGGER kernel_audit_no_delete BEFORE DELETE ON kernel_audit
BEGIN SELECT RAISE(ABORT, 'The audit trail is append-only'); END;

-- The key under which a person's fields stand in the audit trail. Removing a leaver destroys the key; the row
-- without a key stays, so that none is ever made for that person again.
CREATE TABLE kernel_person_keys (
  person_id TEXT NOT NULL PRIMARY KEY,
  key       BLOB CHECK (length(key) = 32)
) STRICT;

-- What someone is typing, kept from the moment of typing until it is submitted or discarded.
CREATE TABLE kernel_drafts (
  user_id  TEXT NOT NULL,
  key      TEXT NOT NULL,
  value    TEXT NOT NULL CHECK (json_valid(value)),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (user_id, key)
) STRICT;

-- A signature holds signer, meaning, time and the hash of what was signed.
CREATE TABLE kernel_signatures (
  id          TEXT NOT NULL PRIMARY KEY,
  record      TEXT NOT NULL,
  signer_id   TEXT NOT NULL,
  meaning     TEXT NOT NULL CHECK (length(meaning) > 0),
  signed_hash TEXT NOT NULL CHECK (length(signed_hash) = 64),
  signed_at   TEXT NOT NULL
) STRICT;
CREATE INDEX kernel_signatures_record ON kernel_signatures (record);

-- Any record can be linked to any other.
CREATE TABLE kernel_links (
  id          TEXT NOT NULL PRIMARY KEY,
  from_record TEXT NOT NULL,
  relation    TEXT NOT NULL,
  to_record   TEXT NOT NULL,
  UNIQUE (from_record, relation, to_record)
) STRICT;
CREATE INDEX kernel_links_to ON kernel_links (to_record);
