-- Why each backup was made, what was found when it was read back, which are kept for how long, and what the nightly
-- checks of the data folder found.

-- Made anew, since a backup may also turn out not to be sound: it is kept, and does not count as proven.
CREATE TABLE exchange_backups_new (
  id          TEXT NOT NULL PRIMARY KEY,
  file        TEXT NOT NULL,
  occasion    TEXT NOT NULL CHECK (occasion IN ('by-hand', 'daily', 'before-upgrade', 'before-closing', 'found')),
  sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
  size        INTEGER NOT NULL CHECK (size > 0),
  audit_seq   INTEGER NOT NULL,
  audit_hash  TEXT NOT NULL,
  evidence    INTEGER NOT NULL CHECK (evidence >= 0),
  -- The plant's calendar day on which it was made.
  made_on     TEXT NOT NULL,
  proven_at   TEXT,
  removed_at  TEXT,
  made_by     TEXT NOT NULL,
  made_at     TEXT NOT NULL
) STRICT;
INSERT INTO exchange_backups_new
  SELECT id, file, 'by-hand', sha256, size, audit_seq, audit_hash, evidence, date(made_at, '+8 hours'), proven_at, NULL,
         made_by, made_at
  FROM exchange_backups;
DROP TABLE exchange_backups;
ALTER TABLE exchange_backups_new RENAME TO exchange_backups;
CREATE INDEX exchange_backups_made_at ON exchange_backups (made_at);

-- Each time a backup was read back aside, opened and computed again; or that none could be made, and why.
CREATE TABLE exchange_proofs (
  id        TEXT NOT NULL PRIMARY KEY,
  backup_id TEXT REFERENCES exchange_backups (id),
  occasion  TEXT NOT NULL,
  outcome   TEXT NOT NULL CHECK (outcome IN ('proved', 'doubtful', 'failed')),
  -- What was compared, and the troubles that were found, as JSON.
  found     TEXT NOT NULL,
  made_by   TEXT NOT NULL,
  made_at   TEXT NOT NULL,
  CHECK (backup_id IS NOT NULL OR outcome = 'failed')
) STRICT;
CREATE INDEX exchange_proofs_of ON exchange_proofs (backup_id, made_at);

-- How many backups are kept, and after how many days without one the program warns. One row; none while nobody chose.
CREATE TABLE exchange_backup_rules (
  id         TEXT NOT NULL PRIMARY KEY CHECK (id = 'plant'),
  daily      INTEGER NOT NULL CHECK (daily BETWEEN 1 AND 366),
  weekly     INTEGER NOT NULL CHECK (weekly BETWEEN 0 AND 520),
  monthly    INTEGER NOT NULL CHECK (monthly BETWEEN 0 AND 600),
  warn_after INTEGER NOT NULL CHECK (warn_after BETWEEN 1 AND 366),
  target_id  TEXT REFERENCES exchange_targets (id),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

-- The full checks of the data folder that the program made by itself at night, and those that somebody asked for.
CREATE TABLE exchange_store_checks (
  id      TEXT NOT NULL PRIMARY KEY,
  made_on TEXT NOT NULL,
  made_at TEXT NOT NULL,
  sound   INTEGER NOT NULL CHECK (sound IN (0, 1)),
  found   TEXT NOT NULL
) STRICT;
CREATE INDEX exchange_store_checks_at ON exchange_store_checks (made_at);
