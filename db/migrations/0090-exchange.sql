-- What leaves the plant, where it goes, and the copies that bring it back.

-- A file that was made for others. The bytes lie under exports/<id>; the hash says that they are still the same.
CREATE TABLE exchange_exports (
  id           TEXT NOT NULL PRIMARY KEY,
  kind         TEXT NOT NULL CHECK (kind IN ('xlsx', 'docx', 'pdf', 'json')),
  file_name    TEXT NOT NULL CHECK (length(file_name) > 0),
  language     TEXT NOT NULL CHECK (language IN ('zh', 'en')),
  inventory_id TEXT,
  sha256       TEXT NOT NULL CHECK (length(sha256) = 64),
  size         INTEGER NOT NULL CHECK (size > 0),
  made_by      TEXT NOT NULL,
  made_at      TEXT NOT NULL
) STRICT;
CREATE INDEX exchange_exports_made_at ON exchange_exports (made_at);

-- A place that exports are brought to: a folder on a stick or a network share.
CREATE TABLE exchange_targets (
  id         TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL CHECK (length(name) > 0),
  path       TEXT NOT NULL CHECK (length(path) > 0),
  removed_at TEXT,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

-- The outbox: each export on its way to each target, until it is there and read back with the same hash.
CREATE TABLE exchange_deliveries (
  id           TEXT NOT NULL PRIMARY KEY,
  export_id    TEXT NOT NULL REFERENCES exchange_exports (id),
  target_id    TEXT NOT NULL REFERENCES exchange_targets (id),
  state        TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
  attempts     INTEGER NOT NULL CHECK (attempts >= 0),
  trouble      TEXT,
  delivered_at TEXT,
  asked_by     TEXT NOT NULL,
  asked_at     TEXT NOT NULL,
  UNIQUE (export_id, target_id),
  CHECK ((state = 'delivered') = (delivered_at IS NOT NULL))
) STRICT;

-- Backups that were made, and what the check of each found when it was read back.
CREATE TABLE exchange_backups (
  id          TEXT NOT NULL PRIMARY KEY,
  file        TEXT NOT NULL,
  sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
  size        INTEGER NOT NULL CHECK (size > 0),
  audit_seq   INTEGER NOT NULL,
  audit_hash  TEXT NOT NULL,
  evidence    INTEGER NOT NULL CHECK (evidence >= 0),
  proven_at   TEXT NOT NULL,
  made_by     TEXT NOT NULL,
  made_at     TEXT NOT NULL
) STRICT;
