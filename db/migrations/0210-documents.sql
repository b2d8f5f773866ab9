-- Controlled documents with their versions, who has them and who read them; documents from outside; what is kept, and
-- what was disposed of.

CREATE TABLE documents_items (
  id               TEXT NOT NULL PRIMARY KEY,
  number           TEXT NOT NULL UNIQUE CHECK (length(number) > 0),
  title            TEXT NOT NULL CHECK (length(title) > 0),
  level            TEXT NOT NULL CHECK (level IN ('manual', 'procedure', 'instruction', 'form', 'record')),
  owner            TEXT NOT NULL,
  department       TEXT,
  secrecy          TEXT NOT NULL CHECK (secrecy IN ('public', 'internal', 'confidential', 'secret')),
  carrier          TEXT NOT NULL CHECK (carrier IN ('electronic', 'paper', 'both')),
  review_months    INTEGER NOT NULL CHECK (review_months > 0),
  -- Years after a version ended; null: for good.
  retention_years  INTEGER CHECK (retention_years > 0),
  serves           TEXT NOT NULL CHECK (json_valid(serves)),
  obsolete_on      TEXT CHECK (obsolete_on IS NULL OR obsolete_on IS date(obsolete_on)),
  obsolete_reason  TEXT,
  changed_by       TEXT,
  changed_at       TEXT NOT NULL,
  CHECK ((obsolete_on IS NULL) = (obsolete_reason IS NULL))
) STRICT;

-- A version is never deleted. Its file is named by its hash; when it was disposed of the hash stays.
CREATE TABLE documents_versions (
  id            TEXT NOT NULL PRIMARY KEY,
  document      TEXT NOT NULL REFERENCES documents_items (id),
  number        INTEGER NOT NULL CHECK (number > 0),
  label         TEXT NOT NULL CHECK (length(label) > 0),
  stage         TEXT NOT NULL CHECK (stage IN ('draft', 'review', 'approval', 'approved', 'withdrawn')),
  change        TEXT NOT NULL,
  file_name     TEXT NOT NULL,
  type          TEXT NOT NULL,
  size          INTEGER NOT NULL CHECK (size >= 0),
  sha256        TEXT NOT NULL CHECK (length(sha256) = 64),
  template      TEXT,
  language      TEXT CHECK (language IN ('zh', 'en')),
  author        TEXT NOT NULL,
  reviewer      TEXT,
  approver      TEXT,
  in_force_from TEXT CHECK (in_force_from IS NULL OR in_force_from IS date(in_force_from)),
  made_by       TEXT NOT NULL,
  made_at       TEXT NOT NULL,
  sent_at       TEXT,
  return_reason TEXT,
  reviewed_by   TEXT,
  reviewed_at   TEXT,
  review_note   TEXT,
  approved_by   TEXT,
  approved_at   TEXT,
  alone_reason  TEXT,
  disposed_on   TEXT CHECK (disposed_on IS NULL OR disposed_on IS date(disposed_on)),
  UNIQUE (document, number),
  CHECK ((stage = 'approved') = (approved_at IS NOT NULL)),
  CHECK (stage <> 'approved' OR in_force_from IS NOT NULL)
) STRICT;
CREATE INDEX documents_versions_file ON documents_versions (sha256);
-- One version of a document is on its way at a time.
CREATE UNIQUE INDEX documents_versions_open ON documents_versions (document)
  WHERE stage IN ('draft', 'review', 'approval');

CREATE TRIGGER documents_versions_kept BEFORE DELETE ON documents_versions
BEGIN SELECT RAISE(ABORT, 'A version of a document is never deleted'); END;
CREATE TRIGGER documents_versions_signed BEFORE UPDATE ON documents_versions
WHEN OLD.stage = 'approved' AND (
  NEW.stage <> OLD.stage OR NEW.sha256 <> OLD.sha256 OR NEW.label <> OLD.label OR NEW.document <> OLD.document
  OR NEW.in_force_from <> OLD.in_force_from OR NEW.author <> OLD.author)
BEGIN SELECT RAISE(ABORT, 'An approved version of a document is never changed'); END;

-- What the files say, as far as it can be read, for the search. Made again from the files when it is lost.
CREATE TABLE documents_texts (
  version TEXT NOT NULL PRIMARY KEY,
  body    TEXT NOT NULL
) STRICT;

-- Who has a document, and who must have read it.
CREATE TABLE documents_readers (
  id          TEXT NOT NULL PRIMARY KEY,
  document    TEXT NOT NULL REFERENCES documents_items (id),
  person      TEXT NOT NULL,
  must_read   INTEGER NOT NULL CHECK (must_read IN (0, 1)),
  copy_number TEXT,
  added_by    TEXT NOT NULL,
  added_at    TEXT NOT NULL,
  ended_by    TEXT,
  ended_at    TEXT,
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT;
CREATE UNIQUE INDEX documents_readers_now ON documents_readers (document, person) WHERE ended_at IS NULL;

CREATE TABLE documents_readings (
  id      TEXT NOT NULL PRIMARY KEY,
  version TEXT NOT NULL REFERENCES documents_versions (id),
  person  TEXT NOT NULL,
  read_by TEXT NOT NULL,
  read_at TEXT NOT NULL,
  UNIQUE (version, person)
) STRICT;

-- Up to which grade somebody may see what is in documents; who is not named sees what is internal.
CREATE TABLE documents_clearances (
  person     TEXT NOT NULL PRIMARY KEY,
  grade      TEXT NOT NULL CHECK (grade IN ('public', 'internal', 'confidential', 'secret')),
  changed_by TEXT,
  changed_at TEXT NOT NULL
) STRICT;

-- Looks at a document in force, whether it is still fit.
CREATE TABLE documents_reviews (
  id       TEXT NOT NULL PRIMARY KEY,
  document TEXT NOT NULL REFERENCES documents_items (id),
  outcome  TEXT NOT NULL CHECK (outcome IN ('fit', 'to-revise')),
  note     TEXT NOT NULL CHECK (length(note) > 0),
  judged_on TEXT NOT NULL CHECK (judged_on IS date(judged_on)),
  judged_by TEXT NOT NULL
) STRICT;

CREATE TABLE documents_disposals (
  id           TEXT NOT NULL PRIMARY KEY,
  number       TEXT NOT NULL UNIQUE,
  document     TEXT NOT NULL REFERENCES documents_items (id),
  version      TEXT NOT NULL REFERENCES documents_versions (id),
  method       TEXT NOT NULL CHECK (method IN ('erased', 'shredded', 'burnt', 'handed-over')),
  reason       TEXT NOT NULL CHECK (length(reason) > 0),
  state        TEXT NOT NULL CHECK (state IN ('proposed', 'done', 'declined')),
  is_file_gone INTEGER CHECK (is_file_gone IN (0, 1)),
  proposed_by  TEXT NOT NULL,
  proposed_at  TEXT NOT NULL,
  decided_by   TEXT,
  decided_at   TEXT,
  note         TEXT,
  alone_reason TEXT,
  CHECK ((state = 'proposed') = (decided_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX documents_disposals_open ON documents_disposals (version) WHERE state <> 'declined';

CREATE TABLE documents_externals (
  id             TEXT NOT NULL PRIMARY KEY,
  number         TEXT NOT NULL,
  title          TEXT NOT NULL CHECK (length(title) > 0),
  issuer         TEXT NOT NULL CHECK (length(issuer) > 0),
  edition        TEXT NOT NULL CHECK (length(edition) > 0),
  effective_from TEXT CHECK (effective_from IS NULL OR effective_from IS date(effective_from)),
  owner          TEXT NOT NULL,
  used_for       TEXT,
  source         TEXT,
  check_months   INTEGER NOT NULL CHECK (check_months > 0),
  state          TEXT NOT NULL CHECK (state IN ('current', 'withdrawn')),
  sha256         TEXT CHECK (length(sha256) = 64),
  file_name      TEXT,
  changed_by     TEXT,
  changed_at     TEXT NOT NULL,
  CHECK ((sha256 IS NULL) = (file_name IS NULL))
) STRICT;

-- Each look for a newer edition; the file is the edition that was in use until then.
CREATE TABLE documents_checks (
  id         TEXT NOT NULL PRIMARY KEY,
  external   TEXT NOT NULL REFERENCES documents_externals (id),
  checked_on TEXT NOT NULL CHECK (checked_on IS date(checked_on)),
  outcome    TEXT NOT NULL CHECK (outcome IN ('current', 'new-edition', 'withdrawn')),
  edition    TEXT NOT NULL,
  note       TEXT,
  checked_by TEXT NOT NULL,
  sha256     TEXT CHECK (length(sha256) = 64),
  file_name  TEXT
) STRICT;

-- What the organization itself finds it must have in writing.
CREATE TABLE documents_writing (
  code       TEXT NOT NULL PRIMARY KEY,
  title      TEXT NOT NULL CHECK (length(title) > 0),
  clause     TEXT,
  reason     TEXT NOT NULL CHECK (length(reason) > 0),
  changed_by TEXT,
  changed_at TEXT NOT NULL
) STRICT;
