-- A plant's own editions of factors beside the shipped ones. The body is the whole edition as canonical JSON, so that
-- its hash says whether it is still what was released. One open draft for each table of factors.
CREATE TABLE factors_editions (
  urn        TEXT NOT NULL PRIMARY KEY CHECK (urn GLOB 'urn:tanbu:factors:own-*:[1-9]*'),
  own_table  TEXT NOT NULL CHECK (length(own_table) > 0),
  body       TEXT NOT NULL CHECK (json_extract(body, '$.urn') = urn),
  sha256     TEXT NOT NULL CHECK (length(sha256) = 64),
  state      TEXT NOT NULL CHECK (state IN ('draft', 'released')),
  supersedes TEXT REFERENCES factors_editions (urn),
  changed_by TEXT,
  changed_at TEXT NOT NULL,
  UNIQUE (supersedes)
) STRICT;
CREATE UNIQUE INDEX factors_editions_one_draft ON factors_editions (own_table) WHERE state = 'draft';

CREATE TRIGGER factors_editions_released_stay BEFORE UPDATE ON factors_editions WHEN OLD.state = 'released'
BEGIN SELECT RAISE(ABORT, 'a released edition never changes'); END;
CREATE TRIGGER factors_editions_released_remain BEFORE DELETE ON factors_editions WHEN OLD.state = 'released'
BEGIN SELECT RAISE(ABORT, 'a released edition never goes away'); END;

-- Someone compared a shipped value with the official text. It holds for that value in that unit alone: should a later
-- program ship another, the row is unverified again. A mark is never edited, only withdrawn with a reason.
CREATE TABLE factors_marks (
  id               TEXT NOT NULL PRIMARY KEY,
  urn              TEXT NOT NULL,
  ref              TEXT NOT NULL,
  value            TEXT NOT NULL CHECK (value GLOB '[-0-9]*' AND value NOT GLOB '*[^-0-9.]*'),
  unit             TEXT NOT NULL,
  document         TEXT NOT NULL CHECK (length(document) > 0),
  page             TEXT NOT NULL CHECK (length(page) > 0),
  compared_on      TEXT NOT NULL,
  note             TEXT,
  marked_by        TEXT,
  marked_at        TEXT NOT NULL,
  withdrawn_by     TEXT,
  withdrawn_at     TEXT,
  withdrawn_reason TEXT,
  CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX factors_marks_in_force ON factors_marks (urn, ref) WHERE withdrawn_at IS NULL;
CREATE INDEX factors_marks_row ON factors_marks (urn, ref, marked_at);
