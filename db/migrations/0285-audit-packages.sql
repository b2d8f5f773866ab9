-- Audits that travel: what was sealed for an auditor's laptop, what came back, and what clashed.

-- `base`: the answers as the package took them out, by question; a result is merged against them, and against what
-- an earlier result of the same package brought.
CREATE TABLE audits_packages (
  id           TEXT NOT NULL PRIMARY KEY,
  audit_id     TEXT NOT NULL REFERENCES audits_audits (id),
  direction    TEXT NOT NULL CHECK (direction IN ('sent', 'received', 'returned', 'merged')),
  -- The package that this one answers; null for one that went out.
  answers_to   TEXT,
  auditor      TEXT,
  auditor_name TEXT NOT NULL,
  items        TEXT NOT NULL CHECK (json_type(items) = 'array'),
  base         TEXT NOT NULL CHECK (json_type(base) = 'object'),
  store        TEXT NOT NULL,
  device       TEXT NOT NULL,
  head_seq     INTEGER NOT NULL,
  head_hash    TEXT NOT NULL CHECK (length(head_hash) = 64),
  taken        INTEGER NOT NULL CHECK (taken >= 0),
  made_by      TEXT NOT NULL,
  made_at      TEXT NOT NULL
) STRICT;
CREATE INDEX audits_packages_audit ON audits_packages (audit_id);

-- What both sides wrote differently of one field. Nothing is chosen by a clock: a person does, and it stays on record.
CREATE TABLE audits_clashes (
  id         TEXT NOT NULL PRIMARY KEY,
  package_id TEXT NOT NULL REFERENCES audits_packages (id),
  item_id    TEXT NOT NULL REFERENCES audits_items (id),
  field      TEXT NOT NULL,
  base       TEXT NOT NULL CHECK (json_valid(base)),
  ours       TEXT NOT NULL CHECK (json_valid(ours)),
  ours_by    TEXT,
  ours_at    TEXT,
  theirs     TEXT NOT NULL CHECK (json_valid(theirs)),
  theirs_by  TEXT NOT NULL,
  theirs_at  TEXT NOT NULL,
  choice     TEXT CHECK (choice IN ('ours', 'theirs')),
  chosen_by  TEXT,
  chosen_at  TEXT,
  CHECK ((choice IS NULL) = (chosen_at IS NULL))
) STRICT;
CREATE INDEX audits_clashes_package ON audits_clashes (package_id);

-- On the laptop: the records that a question looks for, as they stood when the package was made.
CREATE TABLE audits_brought (
  id       TEXT NOT NULL PRIMARY KEY,
  item_id  TEXT NOT NULL REFERENCES audits_items (id),
  is_met   INTEGER NOT NULL CHECK (is_met IN (0, 1)),
  code     TEXT NOT NULL,
  facts    TEXT NOT NULL CHECK (json_type(facts) = 'object'),
  records  TEXT NOT NULL CHECK (json_type(records) = 'array')
) STRICT;
CREATE INDEX audits_brought_item ON audits_brought (item_id);
CREATE TABLE audits_brought_records (
  audit_id TEXT NOT NULL REFERENCES audits_audits (id),
  record   TEXT NOT NULL,
  title    TEXT NOT NULL,
  snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
  sha256   TEXT NOT NULL CHECK (length(sha256) = 64),
  PRIMARY KEY (audit_id, record)
) STRICT;
