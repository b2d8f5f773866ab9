-- Everything that leaves the plant goes through one outbox, to places of every kind.

-- What is made for others is of more kinds now, and a package has no language.
CREATE TABLE exchange_exports_new (
  id           TEXT NOT NULL PRIMARY KEY,
  kind         TEXT NOT NULL CHECK (kind IN
    ('xlsx', 'docx', 'pdf', 'json', 'plan', 'package', 'evidence', 'submission', 'backup', 'message', 'file')),
  file_name    TEXT NOT NULL CHECK (length(file_name) > 0),
  language     TEXT CHECK (language IN ('zh', 'en')),
  inventory_id TEXT,
  sha256       TEXT NOT NULL CHECK (length(sha256) = 64),
  size         INTEGER NOT NULL CHECK (size >= 0),
  made_by      TEXT NOT NULL,
  made_at      TEXT NOT NULL
) STRICT;
INSERT INTO exchange_exports_new SELECT * FROM exchange_exports;

-- Where exports are sent to. Settings are those of the kind, without any secret.
CREATE TABLE exchange_targets_new (
  id         TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL CHECK (length(name) > 0),
  kind       TEXT NOT NULL CHECK (kind IN ('folder', 'webdav', 's3', 'sftp', 'hub', 'mail')),
  settings   TEXT NOT NULL CHECK (json_type(settings) = 'object'),
  sealed_for TEXT CHECK (json_type(sealed_for) = 'object'),
  -- KiB per second at most.
  bandwidth  INTEGER CHECK (bandwidth > 0),
  schedule   TEXT NOT NULL CHECK (json_type(schedule) = 'object'),
  removed_at TEXT,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
INSERT INTO exchange_targets_new
SELECT id, name, 'folder', json_object('kind', 'folder', 'path', path), NULL, NULL, '{"when":"there"}',
       removed_at, changed_by, changed_at
FROM exchange_targets;

-- One export on its way to one target: under which name, in which order, and how it ended. The receipt is what was
-- read back at the target.
CREATE TABLE exchange_deliveries_new (
  id           TEXT NOT NULL PRIMARY KEY,
  export_id    TEXT NOT NULL REFERENCES exchange_exports (id),
  target_id    TEXT NOT NULL REFERENCES exchange_targets (id),
  name         TEXT NOT NULL CHECK (length(name) > 0),
  priority     INTEGER NOT NULL CHECK (priority IN (0, 1, 2)),
  position     INTEGER NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('waiting', 'paused', 'delivered', 'failed', 'conflict', 'cancelled')),
  attempts     INTEGER NOT NULL CHECK (attempts >= 0),
  trouble      TEXT,
  facts        TEXT CHECK (json_type(facts) = 'object'),
  place        TEXT,
  size         INTEGER CHECK (size >= 0),
  sha256       TEXT CHECK (length(sha256) = 64),
  delivered_at TEXT,
  asked_by     TEXT NOT NULL,
  asked_at     TEXT NOT NULL,
  CHECK ((state = 'delivered') = (delivered_at IS NOT NULL)),
  CHECK ((delivered_at IS NULL) = (place IS NULL)),
  CHECK ((delivered_at IS NULL) = (size IS NULL)),
  CHECK ((delivered_at IS NULL) = (sha256 IS NULL))
) STRICT;
INSERT INTO exchange_deliveries_new
SELECT d.id, d.export_id, d.target_id, e.file_name, 1,
       row_number() OVER (ORDER BY d.asked_at, d.id),
       CASE WHEN d.state = 'delivered' THEN 'delivered'
            WHEN t.removed_at IS NOT NULL THEN 'cancelled' ELSE 'waiting' END,
       d.attempts, NULL, NULL,
       CASE WHEN d.state = 'delivered' THEN t.path || '/' || e.file_name END,
       CASE WHEN d.state = 'delivered' THEN e.size END,
       CASE WHEN d.state = 'delivered' THEN e.sha256 END,
       d.delivered_at, d.asked_by, d.asked_at
FROM exchange_deliveries d
JOIN exchange_exports e ON e.id = d.export_id
JOIN exchange_targets t ON t.id = d.target_id;

DROP TABLE exchange_deliveries;
DROP TABLE exchange_targets;
DROP TABLE exchange_exports;
ALTER TABLE exchange_exports_new RENAME TO exchange_exports;
ALTER TABLE exchange_targets_new RENAME TO exchange_targets;
ALTER TABLE exchange_deliveries_new RENAME TO exchange_deliveries;
CREATE INDEX exchange_exports_made_at ON exchange_exports (made_at);
CREATE INDEX exchange_deliveries_open ON exchange_deliveries (target_id, state, position);
CREATE UNIQUE INDEX exchange_deliveries_once ON exchange_deliveries (export_id, target_id)
  WHERE state <> 'cancelled';

-- How far a delivery has come and what stands in its way for the moment. No history: it changes with every gust of the
-- link, and without it sending begins anew.
CREATE TABLE exchange_progress (
  delivery_id     TEXT NOT NULL PRIMARY KEY REFERENCES exchange_deliveries (id),
  attempts        INTEGER NOT NULL CHECK (attempts >= 0),
  sent            INTEGER NOT NULL CHECK (sent >= 0),
  -- The port's own words for the next attempt.
  resume          TEXT,
  sealed_sha256   TEXT CHECK (length(sealed_sha256) = 64),
  sealed_size     INTEGER CHECK (sealed_size > 0),
  next_attempt_at TEXT,
  trouble         TEXT,
  facts           TEXT CHECK (json_type(facts) = 'object')
) STRICT;

-- What a person has switched for the whole data folder, such as keeping everything from leaving the machine.
CREATE TABLE kernel_switches (
  name       TEXT NOT NULL PRIMARY KEY,
  is_on      INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
