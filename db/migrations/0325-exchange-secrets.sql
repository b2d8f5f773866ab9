-- Passwords and keys of targets, each sealed under a key of the data folder and bound to its target and name. They stand
-- apart from the targets, whose rows are written into the audit trail; these never are.
CREATE TABLE exchange_secrets (
  target_id  TEXT NOT NULL REFERENCES exchange_targets (id),
  name       TEXT NOT NULL CHECK (name IN ('access', 'seal')),
  sealed     BLOB NOT NULL CHECK (length(sealed) > 28),
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (target_id, name)
) STRICT;
