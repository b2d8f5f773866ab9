-- Inventories and the trees of figures that were frozen with them.

CREATE TABLE accounting_inventories (
  id            TEXT NOT NULL PRIMARY KEY,
  title         TEXT NOT NULL CHECK (length(title) > 0),
  year          INTEGER NOT NULL,
  facilities    TEXT CHECK (json_type(facilities) = 'array'),
  guideline     TEXT NOT NULL,
  gwp_set       TEXT NOT NULL,
  rounding      TEXT NOT NULL,
  view          TEXT NOT NULL CHECK (view IN ('guideline', 'iso-14064-1')),
  scope2        TEXT NOT NULL CHECK (scope2 IN ('location-based', 'market-based')),
  version       INTEGER NOT NULL CHECK (version > 0),
  state         TEXT NOT NULL CHECK (state IN ('working', 'frozen', 'superseded')),
  plan          TEXT NOT NULL CHECK (json_valid(plan)),
  -- What others published for the same year, to be compared with; frozen with the document.
  reported      TEXT NOT NULL CHECK (json_type(reported) = 'array'),
  document_hash TEXT,
  account_hash  TEXT,
  engine        TEXT,
  frozen_by     TEXT,
  frozen_at     TEXT,
  signature_id  TEXT,
  replaces_id   TEXT REFERENCES accounting_inventories (id),
  changed_by    TEXT NOT NULL,
  changed_at    TEXT NOT NULL,
  CHECK ((state = 'working') = (frozen_at IS NULL)),
  CHECK ((frozen_at IS NULL) = (document_hash IS NULL)),
  CHECK ((frozen_at IS NULL) = (account_hash IS NULL)),
  CHECK ((frozen_at IS NULL) = (engine IS NULL)),
  CHECK ((frozen_at IS NULL) = (signature_id IS NULL))
) STRICT;
CREATE INDEX accounting_inventories_year ON accounting_inventories (year);

-- What was frozen, byte for byte: canonical JSON under its SHA-256. Two equal inputs give one row.
CREATE TABLE accounting_contents (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
  body   TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE TRIGGER accounting_contents_no_update BEFORE UPDATE ON accounting_contents
BEGIN SELECT RAISE(ABORT, 'What was frozen is not rewritten'); END;
CREATE TRIGGER accounting_contents_no_delete BEFORE DELETE ON accounting_contents
BEGIN SELECT RAISE(ABORT, 'What was frozen is kept'); END;

CREATE TRIGGER accounting_inventories_frozen_stays BEFORE UPDATE ON accounting_inventories
WHEN OLD.state <> 'working' AND (
  NEW.state = 'working' OR NEW.document_hash <> OLD.document_hash OR NEW.account_hash <> OLD.account_hash
  OR NEW.year <> OLD.year OR NEW.guideline <> OLD.guideline OR NEW.gwp_set <> OLD.gwp_set
  OR NEW.rounding <> OLD.rounding OR NEW.view <> OLD.view OR NEW.scope2 <> OLD.scope2
  OR NEW.facilities IS NOT OLD.facilities OR NEW.version <> OLD.version OR NEW.title <> OLD.title
  OR NEW.reported <> OLD.reported)
BEGIN SELECT RAISE(ABORT, 'A frozen inventory is not rewritten'); END;
CREATE TRIGGER accounting_inventories_frozen_kept BEFORE DELETE ON accounting_inventories
WHEN OLD.state <> 'working'
BEGIN SELECT RAISE(ABORT, 'A frozen inventory is kept'); END;
